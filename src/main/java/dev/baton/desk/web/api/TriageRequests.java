package dev.baton.desk.web.api;

import dev.baton.incident.Dismissal;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.intake.mail.TriageContacts;
import dev.baton.web.validation.EnumName;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.MaxCharacters;
import dev.baton.web.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

/** The request bodies of triage. */
final class TriageRequests {

  private TriageRequests() {}

  /** The incident that a contact belongs to. */
  @Schema(name = "LinkInput")
  record LinkInput(
      @Schema(description = "Number of the incident", example = "INC-2026-000123")
          @NotBlank(message = "is required")
          String incident) {

    IncidentNumber number() {
      return IncidentNumber.parse(incident)
          .orElseThrow(
              () -> new InvalidInput("incident", "'%s' is not a number.".formatted(incident)));
    }
  }

  /** Why a contact is left without an incident. */
  @Schema(name = "DismissInput")
  record DismissInput(
      @Schema(implementation = Dismissal.class) @EnumName(Dismissal.class) String reason,
      @Schema(description = "What else there is to say") @MaxCharacters(500) String note) {

    Dismissal dismissal() {
      return reason == null ? null : Dismissal.valueOf(reason);
    }
  }

  /** What a new incident needs besides the contact's text. */
  @Schema(name = "OpenInput")
  record OpenInput(
      @Schema(description = "Code or name of the client; may be left out if the sender is known")
          @MaxCharacters(200)
          String client,
      @Schema(description = "Name of the requester") @SingleLine @MaxCharacters(200)
          String requesterName,
      @Schema(description = "Address of the requester; else the sender's")
          @SingleLine
          @MaxCharacters(320)
          String requesterEmail,
      @Schema(description = "Else that of the contact") @SingleLine @MaxCharacters(200)
          String subject,
      @Schema(implementation = Level.class, defaultValue = "MEDIUM") @EnumName(Level.class)
          String impact,
      @Schema(implementation = Level.class, defaultValue = "LOW") @EnumName(Level.class)
          String urgency,
      @MaxCharacters(60) String category,
      @MaxCharacters(60) String service) {

    TriageContacts.Opening opening() {
      return new TriageContacts.Opening(
          client,
          requesterName,
          requesterEmail,
          subject,
          impact == null ? null : Level.valueOf(impact),
          urgency == null ? null : Level.valueOf(urgency),
          category,
          service);
    }
  }
}
