package dev.baton.client.web;

import dev.baton.client.RequesterView;
import io.swagger.v3.oas.annotations.media.Schema;

/** A requester at the API. */
@Schema(name = "Requester", description = "A person of a client")
record RequesterResponse(
    String email,
    String name,
    @Schema(description = "Or null") String phone,
    boolean vip,
    @Schema(description = "Their sign-in name, or null") String login) {

  static RequesterResponse of(RequesterView requester) {
    return new RequesterResponse(
        requester.email(), requester.name(), requester.phone(), requester.vip(), requester.login());
  }
}
