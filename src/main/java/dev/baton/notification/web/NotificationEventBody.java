package dev.baton.notification.web;

import dev.baton.notification.EventOccurrence;
import dev.baton.notification.EventTopic;
import dev.baton.notification.RegisteredEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** An event that flows may announce and the communication plan may name. */
@Schema(name = "RegisteredEvent", description = "An event that people can be notified of")
record NotificationEventBody(
    @Schema(accessMode = Schema.AccessMode.READ_ONLY, example = "WORK_BEGUN") String code,
    @Schema(description = "As pages say it in English", example = "work begun") @NotBlank
        String nameEn,
    @Schema(description = "The same in German", example = "in Arbeit") @NotBlank String nameDe,
    @Schema(
            description =
                "What it is about. {next} in its messages is: for INCIDENT, MESSAGE and DEADLINE"
                    + " the first open deadline; for HOLD the end of the hold; for RESOLUTION the"
                    + " end of the confirmation period; for MAJOR_INCIDENT the next update."
                    + " Messages that wait are dropped: about a HOLD when it is over, about a"
                    + " DEADLINE or an ESCALATION when the incident is resolved.")
        @NotNull
        EventTopic topic,
    @Schema(
            description =
                "ONCE: the first time only, however often the flow of an incident comes by")
        @NotNull
        EventOccurrence occurrence,
    @Schema(
            accessMode = Schema.AccessMode.READ_ONLY,
            description = "Whether Baton itself announces it; if so, it stays as it is")
        Boolean builtIn) {

  static NotificationEventBody of(RegisteredEvent event) {
    return new NotificationEventBody(
        event.code().code(),
        event.nameEn(),
        event.nameDe(),
        event.topic(),
        event.occurrence(),
        event.builtIn());
  }
}
