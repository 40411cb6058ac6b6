package dev.baton.client.web;

import dev.baton.client.ClientView;
import dev.baton.client.DayKind;
import dev.baton.client.Tier;
import io.swagger.v3.oas.annotations.media.Schema;

/** A client at the API. */
@Schema(name = "Client", description = "An organisation served under a contract")
record ClientResponse(
    @Schema(example = "acme") String code,
    String name,
    Tier tier,
    @Schema(example = "Europe/Berlin") String zone,
    @Schema(example = "en") String language,
    int confirmationDays,
    @Schema(description = "Which days the confirmation period counts") DayKind confirmationUnit,
    int reminders,
    int reminderDays) {

  static ClientResponse of(ClientView client) {
    return new ClientResponse(
        client.code(),
        client.name(),
        client.tier(),
        client.zone().getId(),
        client.language().toLanguageTag(),
        client.confirmationDays(),
        client.confirmationUnit(),
        client.reminders(),
        client.reminderDays());
  }
}
