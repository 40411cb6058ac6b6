package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.api.ApiClient.Answer;
import dev.baton.api.OwnersLifecycle;
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
