package dev.baton.incident.web;

import dev.baton.access.Caller;
import dev.baton.access.PermissionDenied;
import dev.baton.access.RequesterIdentity;
import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.NewContact;
import dev.baton.web.validation.EnumName;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.MaxCharacters;
import dev.baton.web.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** A contact to be logged on an incident. */
@Schema(name = "NewContact", description = "A contact to be logged on an incident")
record ContactRequest(
    @Schema(
            implementation = Direction.class,
            description = "Required, except for a client's own people, whose contacts come IN",
            example = "IN")
        @EnumName(Direction.class)
        String direction,
    @Schema(implementation = Channel.class, example = "PHONE")
        @NotNull(message = "is required")
        @EnumName(Channel.class)
        String channel,
    @Schema(
            description = "Who it came from or went to: a name, an address or a number",
            example = "ada.moreau@acme.example")
        @SingleLine
        @MaxCharacters(320)
        String from,
    @SingleLine @MaxCharacters(200) String subject,
    @Schema(description = "What was said", example = "It works again since noon.")
        @NotBlank(message = "is required")
        @MaxCharacters(100_000)
        String body,
    @Schema(
            implementation = Visibility.class,
            description =
                "Whether the client sees it. Required, except for a client's own people, who see"
                    + " what they write",
            example = "CLIENT")
        @EnumName(Visibility.class)
        String visibility,
    @Schema(description = "Whether the client complains about how the incident is handled")
        Boolean complaint) {

  NewContact by(Caller caller, IncidentNumber incident) {
    return caller
        .requester()
        .map(self -> byItself(self, incident))
        .orElseGet(() -> byTheDesk(incident));
  }

  private NewContact byTheDesk(IncidentNumber incident) {
    var complaints = new InvalidInput.Complaints();
    complaints.aboutMissing("direction", direction);
    complaints.aboutMissing("visibility", visibility);
    complaints.raise();
    return contact(incident, Direction.valueOf(direction), from, Visibility.valueOf(visibility));
  }

  private NewContact byItself(RequesterIdentity self, IncidentNumber incident) {
    if (Direction.OUT.name().equals(direction)) {
      throw new PermissionDenied(
          "Only desk staff can log outgoing (OUT) contacts; send direction IN");
    }
    if (Visibility.INTERNAL.name().equals(visibility)) {
      throw new PermissionDenied("Only desk staff can write INTERNAL notes");
    }
    String sender = self.email() == null ? self.name() : self.email();
    return contact(incident, Direction.IN, sender, Visibility.CLIENT);
  }

  private NewContact contact(
      IncidentNumber incident, Direction way, String sender, Visibility seen) {
    return new NewContact(
        incident,
        Boolean.TRUE.equals(complaint) ? ContactKind.COMPLAINT : ContactKind.INCIDENT,
        null,
        way,
        Channel.valueOf(channel),
        sender,
        subject,
        body,
        seen);
  }
}
