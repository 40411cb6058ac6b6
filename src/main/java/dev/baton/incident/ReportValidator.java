package dev.baton.incident;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.client.ServiceView;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.TextInput;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Checks a report, whichever way it came in, and finds the client and the requester it names. */
@Component
public class ReportValidator {

  private final ClientDirectory clients;
  private final TeamLookup teams;

  ReportValidator(ClientDirectory clients, TeamLookup teams) {
    this.clients = clients;
    this.teams = teams;
  }

  /** A report whose names are codes, with whom it is about. */
  public record Checked(IncidentReport report, ClientView client, RequesterView requester) {}

  /**
   * @throws InvalidInput for the first field that cannot be accepted
   */
  public Checked check(IncidentReport given) {
    String subject = TextInput.required("subject", given.subject(), 200);
    String description = TextInput.optional("description", given.description(), 100_000);
    String email = email(given.requesterEmail());
    String name = TextInput.optional("requester.name", given.requesterName(), 200);
    String phone = TextInput.optional("requester.phone", given.requesterPhone(), 60);
    if (given.impact() == null) {
      throw new InvalidInput("impact", LocalizableText.of("refused.report.impact"));
    }
    if (given.urgency() == null) {
      throw new InvalidInput("urgency", LocalizableText.of("refused.report.urgency"));
    }
    if (given.channel() == null) {
      throw new InvalidInput("channel", LocalizableText.of("refused.report.channel"));
    }
    ClientView client = client(given.client(), email);
    if (name == null && email == null) {
      throw new InvalidInput("requester.name", LocalizableText.of("refused.report.requester"));
    }
    IncidentReport report =
        new IncidentReport(
            client.code(),
            name,
            email,
            phone,
            given.channel(),
            subject,
            description,
            given.impact(),
            given.urgency(),
            category(given.category()),
            service(client, given.service()),
            team(given.team()),
            TextInput.optional("externalReference", given.externalReference(), 100));
    return new Checked(
        report,
        client,
        clients.requesterFor(client.id(), name == null ? email : name, email, phone));
  }

  public ClientView client(String codeOrName, String email) {
    String asked = TextInput.optional("client", codeOrName, 200);
    if (asked != null) {
      return clients
          .find(asked)
          .orElseThrow(
              () ->
                  new InvalidInput(
                      "client", LocalizableText.of("refused.report.client", asked, known())));
    }
    List<RequesterView> known = email == null ? List.of() : clients.requestersWith(email);
    if (known.size() == 1) {
      return clients.client(known.get(0).clientId());
    }
    throw new InvalidInput(
        "client",
        known.isEmpty()
            ? LocalizableText.of("refused.report.noClient", known())
            : LocalizableText.of("refused.report.severalClients"));
  }

  private String known() {
    return clients.clients().stream()
        .limit(20)
        .map(ClientView::code)
        .collect(Collectors.joining(", "));
  }

  /** The code of the client's service with this code or name; null for no text. */
  public String service(ClientView client, String given) {
    String asked = TextInput.optional("service", given, 60);
    if (asked == null) {
      return null;
    }
    return clients
        .service(client.id(), asked)
        .map(ServiceView::code)
        .orElseThrow(
            () ->
                new InvalidInput(
                    "service",
                    LocalizableText.of(
                        "refused.report.service",
                        client.name(),
                        asked,
                        clients.services(client.id()).stream()
                            .map(ServiceView::code)
                            .collect(Collectors.joining(", ")))));
  }

  private String team(String given) {
    String asked = TextInput.optional("team", given, 60);
    return asked == null ? null : teams.team("team", asked).code();
  }

  /** As it is stored; null for no text. */
  public static String category(String given) {
    String category = TextInput.optional("category", given, 60);
    return category == null ? null : category.toLowerCase(Locale.ROOT);
  }

  /**
   * A person whom the client has already.
   *
   * @param asked their e-mail address, or their whole name
   */
  public RequesterView requester(ClientView client, String asked) {
    Optional<RequesterView> byAddress = clients.requester(client.id(), asked);
    if (byAddress.isPresent()) {
      return byAddress.get();
    }
    List<RequesterView> named = clients.requestersNamed(client.id(), asked);
    if (named.size() == 1) {
      return named.get(0);
    }
    throw new InvalidInput(
        "requester",
        named.isEmpty()
            ? LocalizableText.of("refused.report.person", client.name(), asked)
            : LocalizableText.of("refused.report.severalPeople", client.name(), asked));
  }

  private static String email(String given) {
    String email = TextInput.optional("requester.email", given, 320);
    if (email != null && !email.matches("[^\\s@<>]+@[^\\s@<>]+")) {
      throw new InvalidInput("requester.email", LocalizableText.of("refused.noAddress", email));
    }
    return email == null ? null : email.toLowerCase(Locale.ROOT);
  }
}
