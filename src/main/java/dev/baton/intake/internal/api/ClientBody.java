package dev.baton.intake.internal.api;

import dev.baton.client.ClientView;
import dev.baton.client.DayCount;
import dev.baton.client.Tier;
import io.swagger.v3.oas.annotations.media.Schema;

/** A client at the API. */
@Schema(name = "Client", description = "An organisation served under a contract")
record ClientBody(
    @Schema(example = "acme") String code,
    String name,
    Tier tier,
    @Schema(example = "Europe/Berlin") String zone,
    @Schema(example = "en") String language,
    int confirmationDays,
    @Schema(description = "Which days the confirmation period counts") DayCount confirmationUnit,
    int reminders,
    int reminderDays) {

  static ClientBody of(ClientView client) {
    return new ClientBody(
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
