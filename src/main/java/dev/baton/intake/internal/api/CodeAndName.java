package dev.baton.intake.internal.api;

import dev.baton.client.ServiceView;
import io.swagger.v3.oas.annotations.media.Schema;

/** A service at the API. */
@Schema(name = "CodeAndName", description = "A service of a client")
record CodeAndName(@Schema(example = "network") String code, String name) {

  static CodeAndName of(ServiceView service) {
    return new CodeAndName(service.code(), service.name());
  }
}
