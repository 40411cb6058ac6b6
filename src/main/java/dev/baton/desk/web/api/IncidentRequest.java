package dev.baton.desk.web.api;

import dev.baton.access.Caller;
import dev.baton.access.RequesterIdentity;
import dev.baton.incident.Channel;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.Level;
import dev.baton.web.validation.EnumName;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.MaxCharacters;
import dev.baton.web.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** A reported incident. Enum values come as texts, so that all errors are reported together. */
@Schema(name = "Report", description = "What somebody reports")
record IncidentRequest(
    @Schema(
            description =
                "Code or name of the client. May be left out when the requester's e-mail address"
                    + " is known at one client, and by a client's own people",
            example = "acme")
        @SingleLine
        @MaxCharacters(200)
        String client,
    @Schema(
            description =
                "The person who reports or is affected. Left out by a client's own people")
        @Valid
        Person requester,
    @Schema(implementation = Channel.class, description = "The way it came in", example = "EMAIL")
        @NotNull(message = "is required")
        @EnumName(Channel.class)
        String channel,
    @Schema(description = "What is wrong, in one line", example = "Nobody can print on floor 3")
        @NotBlank(message = "is required")
        @SingleLine
        @MaxCharacters(200)
        String subject,
    @Schema(description = "What is wrong, at length") @MaxCharacters(100_000) String description,
    @Schema(implementation = Level.class, description = "How far it reaches", example = "MEDIUM")
        @NotNull(message = "is required")
        @EnumName(Level.class)
        String impact,
    @Schema(implementation = Level.class, description = "How soon it hurts", example = "HIGH")
        @NotNull(message = "is required")
        @EnumName(Level.class)
        String urgency,
    @Schema(description = "What kind of disruption; decides the second line", example = "network")
        @SingleLine
        @MaxCharacters(60)
        String category,
    @Schema(description = "Code or name of the client's service", example = "mail")
        @SingleLine
        @MaxCharacters(200)
        String service,
    @Schema(description = "Code of the team that shall work on it; the flow routes it otherwise")
        @SingleLine
        @MaxCharacters(60)
        String team,
    @Schema(description = "The reporter's own number", example = "REQ-4711")
        @SingleLine
        @MaxCharacters(100)
        String externalReference) {

  /** The person who reports the incident or is affected. */
  @Schema(name = "Person", description = "The person who reports or is affected")
  record Person(
      @Schema(example = "Ada Moreau") @SingleLine @MaxCharacters(200) String name,
      @Schema(example = "ada.moreau@acme.example")
          @Email(message = "must be an e-mail address")
          @SingleLine
          @MaxCharacters(254)
          String email,
      @Schema(example = "+33 1 23 45 67 89") @SingleLine @MaxCharacters(60) String phone) {}

  /** The report as the caller means it; a client's person reports for themselves. */
  IncidentReport by(Caller caller) {
    return caller.requester().map(this::byItself).orElseGet(this::byTheDesk);
  }

  private IncidentReport byTheDesk() {
    Person person = requester == null ? new Person(null, null, null) : requester;
    return report(client, person.name(), person.email(), person.phone());
  }

  private IncidentReport byItself(RequesterIdentity self) {
    boolean somebodyElse =
        requester != null
            && requester.email() != null
            && !requester.email().strip().equalsIgnoreCase(self.email());
    if (somebodyElse) {
      var complaints = new InvalidInput.Complaints();
      complaints.about("requester.email", "must be your own address, or left out");
      complaints.raise();
    }
    String phone =
        requester == null || requester.phone() == null ? self.phone() : requester.phone();
    return report(client, self.name(), self.email(), phone);
  }

  private IncidentReport report(String of, String name, String email, String phone) {
    return new IncidentReport(
        of,
        name,
        email,
        phone,
        Channel.valueOf(channel),
        subject,
        description,
        Level.valueOf(impact),
        Level.valueOf(urgency),
        category,
        service,
        team,
        externalReference);
  }

  /** The same report for a client. */
  IncidentRequest forClient(String code) {
    return new IncidentRequest(
        code,
        requester,
        channel,
        subject,
        description,
        impact,
        urgency,
        category,
        service,
        team,
        externalReference);
  }
}
