package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What services refuse: German on German pages, English on others and for programs. */
class RefusalLanguageIT extends PagesDesk {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String NOBODY_THERE = "INC-2020-999999";

  private String own;
  private String theirs;

  /** What somebody does on a page. */
  private record PageRequest(String login, String path, String type, String body) {

    /** As the agent. */
    static PageRequest get(String path) {
      return new PageRequest("agent", path, null, null);
    }

    static PageRequest post(String path, String form) {
      return new PageRequest("agent", path, FORM, form);
    }

    PageRequest by(String somebody) {
      return new PageRequest(somebody, path, type, body);
    }
  }

  @BeforeEach
  void twoIncidents() {
    own = own == null ? newIncident("Refused in two languages") : own;
    theirs =
        agent
            .post(
                "/api/v1/incidents",
                """
                {"client": "globex", "requester": {"name": "Bob", "email": "bob@globex.example"},
                 "channel": "PHONE", "subject": "Theirs", "description": "It stopped.",
                 "impact": "LOW", "urgency": "LOW", "category": "network"}
                """)
            .text("number");
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments(
            PageRequest.get("/desk/incidents/" + NOBODY_THERE),
            404,
            "Incident " + NOBODY_THERE + " does not exist.",
            "Die Störung " + NOBODY_THERE + " gibt es nicht."),
        arguments(
            PageRequest.get("/desk/flows/migrations"),
            403,
            "Your roles do not allow you to deploy flows",
            "Ihre Rollen erlauben Ihnen nicht, Abläufe zu deployen."),
        arguments(
            PageRequest.post("/desk/incidents/{own}/acts/RESUME", "note=now"),
            409,
            "{own} is assigned and cannot be resumed.",
            "{own} ist zugewiesen und kann nicht fortgesetzt werden."),
        arguments(
            PageRequest.post("/desk/incidents/{own}/acts/ASSIGN", "team=nowhere"),
            422,
            "Team 'nowhere' does not exist. Known teams: ",
            "Ein Team „nowhere“ gibt es nicht. Bekannte Teams: "),
        arguments(
            PageRequest.post("/desk/incidents/{own}/acts/REPRIORITISE", "impact=HUGE&urgency=LOW"),
            422,
            "This must be one of HIGH, MEDIUM, LOW",
            "Wählen Sie eines davon: Hoch, Mittel, Niedrig."),
        arguments(
            PageRequest.post("/desk/incidents/{own}/links", "relation=parent&other={theirs}"),
            422,
            "{theirs} is another client's incident.",
            "{theirs} ist die Störung eines anderen Kunden."),
        arguments(
            PageRequest.post("/desk/incidents/{own}/tags", "tag=-wrong"),
            422,
            "'-wrong' is not a tag. Use letters, digits, spaces",
            "„-wrong“ ist kein Schlagwort. Erlaubt sind Buchstaben, Ziffern, Leerzeichen"),
        arguments(
            PageRequest.post("/desk/incidents/{own}/edit", "subject=" + "x".repeat(201)),
            422,
            "Enter at most 200 characters; this text has 201.",
            "Geben Sie höchstens 200 Zeichen ein; dieser Text hat 201."),
        arguments(
            PageRequest.post("/desk/incidents/{own}/tasks/none/claim", "x=y"),
            409,
            "There is no task 'none'",
            "Eine Aufgabe „none“ gibt es nicht."),
        arguments(
            PageRequest.post("/desk/incidents/bulk", "act=ASSIGN&number={own}&assignee="),
            422,
            "Choose a person.",
            "Wählen Sie eine Person aus."),
        arguments(
            PageRequest.post("/desk/incidents/bulk", "act=CLAIM&number=" + NOBODY_THERE),
            200,
            "Incident " + NOBODY_THERE + " does not exist.",
            "Die Störung " + NOBODY_THERE + " gibt es nicht."),
        arguments(
            new PageRequest(
                "agent",
                "/desk/calls",
                "application/json",
                """
                {"kind": "INCIDENT", "client": "acme", "requesterName": "Ada", "subject": "No tone",
                 "urgency": "LOW"}
                """),
            422,
            "State the impact: HIGH, MEDIUM or LOW.",
            "Geben Sie die Auswirkung an: Hoch, Mittel oder Niedrig."),
        arguments(
            PageRequest.post("/desk/contacts/999999/link", "incident=the+printer"),
            422,
            "Choose an incident from the list, or enter its whole number.",
            "Wählen Sie eine Störung aus der Liste, oder geben Sie ihre ganze Nummer ein."),
        arguments(
            PageRequest.post("/desk/contacts/999999/link", "incident={own}"),
            404,
            "No contact 999999 is waiting for triage",
            "Kein Kontakt 999999 wartet auf Zuordnung."),
        arguments(
            PageRequest.post("/desk/contacts/quarantine/999999/SHRED", ""),
            422,
            "'SHRED' cannot be chosen.",
            "„SHRED“ steht nicht zur Wahl."),
        arguments(
            PageRequest.post("/desk/major", "incident={own}&reason="),
            422,
            "Say why this is a major incident.",
            "Geben Sie an, warum das eine Großstörung ist."),
        arguments(
            PageRequest.post("/desk/views", "viewName="),
            422,
            "The name of the view is missing.",
            "Der Name der Ansicht fehlt."),
        arguments(
            PageRequest.post("/desk/people/agents/agent/absences/999999/remove", ""),
            404,
            "There is no absence '999999'",
            "Eine Abwesenheit „999999“ gibt es nicht."),
        arguments(
            PageRequest.get("/desk/templates/999999"),
            404,
            "There is no template '999999'",
            "Eine Vorlage „999999“ gibt es nicht."),
        arguments(
            PageRequest.post("/desk/inbox/999999/read", ""),
            404,
            "There is no message '999999'",
            "Eine Nachricht „999999“ gibt es nicht."),
        arguments(
            PageRequest.post("/desk/flows/proposals/999999/decline", "reason=no")
                .by("process-owner"),
            404,
            "There is no proposal '999999'",
            "Einen Vorschlag „999999“ gibt es nicht."),
        arguments(
            PageRequest.post("/desk/flows/migrations/999999/stop", "reason=").by("process-owner"),
            422,
            "The reason is missing.",
            "Der Grund fehlt."));
  }

  @ParameterizedTest(name = "{3}")
  @MethodSource("refusals")
  void aPageSaysItInTheLanguageOfItsReader(
      PageRequest request, int status, String english, String german) {
    Answer toGerman = send(request, "de-DE");
    Answer toEnglish = send(request, "en-GB");

    assertThat(toGerman.status()).as(toGerman.body()).isEqualTo(status);
    assertThat(read(toGerman)).contains(filledIn(german)).doesNotContain(filledIn(english));
    assertThat(toEnglish.status()).isEqualTo(status);
    assertThat(read(toEnglish)).contains(filledIn(english)).doesNotContain(filledIn(german));
  }

  @Test
  void theApiSaysItInEnglishToEverybody() {
    Answer refused =
        agent.post("/api/v1/incidents/" + own + "/resume", "{}", "Accept-Language", "de");
    Answer invalid =
        agent.post(
            "/api/v1/incidents/" + own + "/assign",
            "{\"team\": \"nowhere\"}",
            "Accept-Language",
            "de");
    Answer denied =
        agent.send(
            agent.request("/api/v1/flows/migrations").setHeader("Accept-Language", "de").GET());

    assertThat(refused.text("detail")).isEqualTo(own + " is assigned and cannot be resumed.");
    assertThat(invalid.json().at("/errors/0/reason").asText())
        .startsWith("Team 'nowhere' does not exist. Known teams: ");
    assertThat(invalid.json().at("/errors/0"))
        .as("nothing but the field and the reason")
        .hasSize(2);
    assertThat(denied.text("detail")).isEqualTo("Your roles do not allow you to deploy flows");
  }

  @Test
  void programsThatUseTheEngineReadEnglish() {
    Answer refused =
        agent.post(
            "/engine-rest/process-definition/key/incident-lifecycle/submit-form",
            "{\"variables\": {}}",
            "Accept-Language",
            "de");

    assertThat(refused.text("message")).isEqualTo("State the kind of contact.");
  }

  private Answer send(PageRequest request, String language) {
    ApiClient who = agent.as(request.login());
    HttpRequest.Builder sent =
        who.request(filledIn(request.path())).setHeader("Accept-Language", language);
    if (request.type() == null) {
      return who.send(sent.GET());
    }
    return who.send(
        sent.setHeader("Content-Type", request.type())
            .setHeader("X-BATON-CSRF", "any")
            .POST(BodyPublishers.ofString(filledIn(request.body()))));
  }

  private String filledIn(String text) {
    return text.replace("{own}", own).replace("{theirs}", theirs);
  }

  private static String read(Answer answer) {
    return Parser.unescapeEntities(answer.body(), false);
  }
}
