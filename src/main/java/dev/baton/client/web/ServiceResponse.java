package dev.baton.client.web;

import dev.baton.client.ServiceView;
import io.swagger.v3.oas.annotations.media.Schema;

/** A service at the API. */
@Schema(name = "CodeAndName", description = "A service of a client")
record ServiceResponse(@Schema(example = "network") String code, String name) {

  static ServiceResponse of(ServiceView service) {
    return new ServiceResponse(service.code(), service.name());
  }
}
