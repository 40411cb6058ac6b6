package dev.baton.incident.web;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.ContactView;
import dev.baton.incident.Direction;
import dev.baton.incident.Visibility;
import dev.baton.incident.report.TriageEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A logged contact at the API. */
@Schema(name = "Contact", description = "One exchange with anyone, in or out")
public record ContactResponse(
    long id,
    @Schema(description = "Number of the incident, or null", example = "INC-2026-000123")
        String incident,
    ContactKind kind,
    @Schema(description = "Code of the client, or null") String client,
    Direction direction,
    Channel channel,
    @Schema(description = "Who it came from or went to") String from,
    String subject,
    String body,
    @Schema(description = "Whether the client sees it") Visibility visibility,
    @Schema(description = "Sign-in name of who logged it") String loggedBy,
    Instant at,
    @Schema(description = "Why it waits to be sorted; only in the list of those that do")
        Waiting triage,
    @Schema(
            description =
                "Whether our mail server vouches for the sender; null for what is no mail. What an"
                    + " unverified mail asks for waits for an agent.")
        Boolean senderVerified) {

  /** Why a contact waits to be sorted. */
  @Schema(name = "Waiting")
  record Waiting(
      @Schema(example = "The sender is not known.") String reason,
      @Schema(description = "The incident that it seems to belong to, or null")
          String suggestedIncident) {}

  public static ContactResponse of(TriageEntry entry) {
    return of(entry.contact(), new Waiting(entry.reason(), entry.suggestedIncident()));
  }

  public static ContactResponse of(ContactView contact) {
    return of(contact, null);
  }

  /** Without the name of the desk's person who logged it. */
  ContactResponse forClient(String login) {
    return login.equals(loggedBy)
        ? this
        : new ContactResponse(
            id,
            incident,
            kind,
            client,
            direction,
            channel,
            from,
            subject,
            body,
            visibility,
            "desk",
            at,
            triage,
            senderVerified);
  }

  private static ContactResponse of(ContactView contact, Waiting triage) {
    return new ContactResponse(
        contact.id(),
        contact.incident(),
        contact.kind(),
        contact.client(),
        contact.direction(),
        contact.channel(),
        contact.from(),
        contact.subject(),
        contact.body(),
        contact.visibility(),
        contact.loggedBy(),
        contact.at(),
        triage,
        contact.senderVerified());
  }
}
