package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import dev.baton.api.OwnersLifecycle;
import dev.baton.signin.Visitor;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The page of an incident whose flow asks for more than the actions cover. */
@TestInstance(Lifecycle.PER_CLASS)
class OpenTasksPageIT extends PagesDesk {

  private boolean isLive;

  @BeforeEach
  void theOwnersLifecycleIsLive() {
    if (!isLive) {
      OwnersLifecycle.deploy(agent.as("process-owner"));
      isLive = true;
    }
  }

  @AfterAll
  void theShippedLifecycleIsBack() {
    OwnersLifecycle.restore(agent.as("process-owner"));
  }

  @Test
  void theTaskBesideTheWorkIsShownWithItsFormAndCompleted() {
    String number = newIncident("Beside the work");
    String id = id(number, "Inform security");

    Answer page = agent.get(pageOf(number));

    assertThat(page.body())
        .contains("Open tasks", "Inform security", "Side task", "Team: Team network")
        .contains("Tell security what happened.", number, "Severity", "By phone", "Informed at")
        .contains("name=\"field.severity\"", "name=\"field.systems\"", "type=\"datetime-local\"")
        .contains("min=\"1\"", "max=\"9\"")
        .doesNotContain("What was disclosed?", "###", "style=", "onclick")
        .doesNotContain("name=\"field.outcome\"");
    assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
    Answer asked = act(number, id, "fields", "field.severity", "HIGH", "field.ticket", "SEC-9");
    assertThat(asked.body()).contains("What was disclosed?", "value=\"SEC-9\"", "data-typed");

    Answer refused = act(number, id, "complete", "field.severity", "HIGH");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Not saved.", "What was disclosed?: is required");

    assertThat(act(number, id, "claim").body()).contains("Claimed: Inform security.");
    assertThat(act(number, id, "release").body()).contains("Returned to queue: Inform security.");
    Answer done =
        act(
            number,
            id,
            "complete",
            "field.severity",
            "LOW",
            "field.whatLeaked",
            "hidden again",
            "field.accounts",
            "2",
            "field.informedAt",
            "2026-03-31T14:00",
            "field.systems",
            "mail");
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.body()).contains("Completed: Inform security.");
    assertThat(agent.get(pageOf(number)).body()).doesNotContain("name=\"field.severity\"");
    assertThat(act(number, id, "complete", "field.severity", "LOW").status()).isEqualTo(409);
  }

  @Test
  void whoResolvedReadsWhyTheyMayNotApprove() {
    String number = newIncident("Four eyes on the page");
    agent.post("/api/v1/incidents/" + number + "/claim");
    agent.post(
        "/api/v1/incidents/" + number + "/resolve", "{\"code\": \"FIXED\", \"note\": \"Done\"}");
    String id = id(number, "Approve the resolution");

    assertThat(agent.get(pageOf(number)).body())
        .contains("Approve the resolution", "Approval", "You resolved " + number + " yourself");
    String[] form = {"field.resolutionCode", "FIXED", "field.note", "Done"};
    Answer refused = act(number, id, "complete", form);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("somebody else must complete this task");
    Answer approved =
        send(agent.as("senior-agent"), pageOf(number) + "/tasks/" + id + "/complete", form);
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    assertThat(agent.get("/api/v1/incidents/" + number).text("status")).isEqualTo("RESOLVED");
  }

  @Test
  void aGermanReadsTasksAndFieldsInGermanAsFarAsTheirOwnerWroteIt() {
    String number = newIncident("Für Deutsche");
    agent.post("/api/v1/incidents/" + number + "/claim");
    agent.post(
        "/api/v1/incidents/" + number + "/resolve", "{\"code\": \"FIXED\", \"note\": \"Done\"}");
    String id = id(number, "Approve the resolution");
    ApiClient colleague = agent.as("senior-agent");

    assertThat(inGerman(colleague, pageOf(number)).body())
        .contains("Lösung freigeben", "Wie wurde sie gelöst?", ">Behoben<")
        .contains("As told to the client.", "Inform security", "Severity")
        .doesNotContain("Approve the resolution", "How was it resolved?", ">Fixed<");
    assertThat(inGerman(colleague, "/api/v1/incidents/" + number + "/tasks").body())
        .isEqualTo(colleague.get("/api/v1/incidents/" + number + "/tasks").body())
        .contains("Approve the resolution");

    String act = pageOf(number) + "/tasks/" + id + "/";
    assertThat(sendInGerman(colleague, act + "complete", "field.resolutionCode=").body())
        .contains("Wie wurde sie gelöst?: ");
    assertThat(sendInGerman(colleague, act + "claim", "").body()).contains("Lösung freigeben");
  }

  @Test
  void tasklistIsAnsweredInTheLanguageOfItsReader() throws IOException {
    String written = Files.readString(Path.of("forms", "resolve-at-first-line.form"));
    String number = newIncident("Tasklist in zwei Sprachen");
    String shipped = id(number, "Resolve at first line");
    String owners = id(number, "Inform security");

    assertThat(name(tasklist("task/" + shipped, "de-DE"))).isEqualTo("Im First Level lösen");
    assertThat(name(tasklist("task/" + owners, "de-DE"))).isEqualTo("Inform security");
    assertThat(tasklist("task", "de").body()).contains("Im First Level lösen", "Inform security");
    assertThat(
            tasklist("process-definition?key=incident-lifecycle&latestVersion=true", "de").body())
        .contains("\"Störung bearbeiten\"");

    String form = "task/" + shipped + "/deployed-form";
    Visitor.Answer german = tasklist(form, "de-DE,de;q=0.9,en;q=0.8");
    JsonNode outcome = german.json().at("/components/1");
    assertThat(outcome.path("label").asText()).isEqualTo("Was ist das Ergebnis?");
    assertThat(outcome.at("/values/0/label").asText()).isEqualTo("Gelöst");
    assertThat(outcome.at("/values/0/value").asText()).isEqualTo("resolved");
    assertThat(german.json().at("/components/0/text").asText())
        .startsWith("### {{incidentNumber}} · {{priority}}\n")
        .contains("*Kunde: {{replace(client, \"([!-/:-@\\\\[-`{-~])\", \"\\\\$1\")}}*");
    assertThat(tasklist(form, "en-GB,en;q=0.9,de;q=0.8").body()).isEqualTo(written);
    assertThat(tasklist(form, "fr-FR").body()).isEqualTo(written);

    String ownersForm = "task/" + owners + "/deployed-form";
    assertThat(tasklist(ownersForm, "de-DE").json()).isEqualTo(tasklist(ownersForm, "en").json());
    assertThat(
            tasklist("process-definition/key/incident-lifecycle/deployed-start-form", "de").body())
        .contains("Kontakt erfassen");
    assertThat(tasklist("task/unknown", "de").status()).isEqualTo(404);
  }

  @Test
  void cockpitAndProgramsGetWhatTheModelSays() {
    String number = newIncident("Cockpit bleibt englisch");
    String task = "task/" + id(number, "Resolve at first line");

    assertThat(name(webApp(task, "de-DE", "/camunda/app/cockpit/default/")))
        .isEqualTo("Resolve at first line");
    assertThat(inGerman(agent, "/engine-rest/" + task).text("name"))
        .isEqualTo("Resolve at first line");
  }

  private static String name(Visitor.Answer answer) {
    return answer.json().path("name").asText();
  }

  /** In a session, as the web applications are used. */
  private Visitor.Answer webApp(String path, String languages, String page) {
    Visitor visitor = new Visitor(port);
    visitor.signIn("agent", PASSWORD);
    return visitor
        .withHeader("Accept-Language", languages)
        .withHeader("Referer", agent.address() + page)
        .get("/camunda/api/engine/engine/default/" + path);
  }

  private Visitor.Answer tasklist(String path, String languages) {
    return webApp(path, languages, "/camunda/app/tasklist/default/");
  }

  private static Answer inGerman(ApiClient who, String path) {
    return who.send(who.request(path).header("Accept-Language", "de-DE"));
  }

  private static Answer sendInGerman(ApiClient who, String path, String body) {
    return who.send(
        who.request(path)
            .setHeader("Accept-Language", "de-DE")
            .setHeader("Content-Type", "application/x-www-form-urlencoded")
            .setHeader("X-BATON-CSRF", "any")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void aClientsPeopleSeeNothingOfIt() {
    String number = newIncident("Not for clients");
    String id = id(number, "Inform security");

    assertThat(requester.get(pageOf(number)).body())
        .contains("Not for clients")
        .doesNotContain("Inform security");
    assertThat(send(requester, pageOf(number) + "/tasks/" + id + "/complete").status())
        .isEqualTo(403);
    assertThat(agent.as("trainer").get(pageOf(number)).body())
        .contains("Inform security", "Your roles do not allow you to complete this task.");
  }

  @Test
  void aFormShowsValuesThatItProtectsFromMarkdown() {
    String number = newIncident("*Not* a _mark_");
    String id = id(number, "Inform security");

    assertThat(act(number, id, "fields").body()).contains("About: *Not* a _mark_");
  }

  @Test
  void aTaskThatGoesIsNews() {
    String number = newIncident("News");
    String id = id(number, "Inform security");
    String news = pageOf(number) + "/news?seen-tasks=old&seen-revision=old";
    assertThat(agent.get(news).body()).contains("id=\"incident-tasks\"", "Inform security");

    act(number, id, "complete", "field.severity", "LOW");

    assertThat(agent.get(news).body())
        .contains("id=\"incident-tasks\"")
        .doesNotContain("name=\"field.severity\"");
  }

  private Answer act(String number, String id, String act, String... fields) {
    return send(agent, pageOf(number) + "/tasks/" + id + "/" + act, fields);
  }

  private String id(String number, String name) {
    JsonNode tasks = agent.get("/api/v1/incidents/" + number + "/tasks").json();
    return StreamSupport.stream(tasks.spliterator(), false)
        .filter(task -> task.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asText();
  }
}
