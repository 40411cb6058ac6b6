package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient.Answer;
import org.junit.jupiter.api.Test;

/** Several incidents of the list at once: what can be done is done, what cannot says why. */
class BulkActionsIT extends PagesDesk {

  private static final String BULK = "/desk/incidents/bulk";

  @Test
  void severalAreAssignedAndWhatIsOverSaysWhy() {
    String one = newIncident("Bulk one");
    String two = newIncident("Bulk two");
    String over = newIncident("Bulk over");
    agent.post("/api/v1/incidents/" + over + "/cancel", "{\"note\": \"Never mind\"}");

    Answer done =
        send(
            agent,
            BULK,
            "act",
            "ASSIGN",
            "assignee",
            "senior-agent",
            "number",
            one,
            "number",
            two,
            "number",
            over);

    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.header("HX-Trigger")).isEqualTo("incidents-changed");
    assertThat(done.body())
        .contains("2 incidents were changed. 1 incident was not changed:", over)
        .doesNotContain(one, two);
    jobs.runDue();
    assertThat(field(one, "assignee")).isEqualTo("senior-agent");
    assertThat(field(two, "assignee")).isEqualTo("senior-agent");
    assertThat(field(over, "status")).isEqualTo("CANCELLED");
  }

  @Test
  void theyAreClaimedPrioritisedAndMarkedAsDuplicates() {
    String one = newIncident("Bulk claimed");
    String two = newIncident("Bulk claimed too");

    send(agent, BULK, "act", "CLAIM", "number", one, "number", two);
    assertThat(field(two, "assignee")).isEqualTo("agent");
    send(
        agent,
        BULK,
        "act",
        "REPRIORITISE",
        "impact",
        "HIGH",
        "urgency",
        "HIGH",
        "number",
        one,
        "number",
        two);
    jobs.runDue();
    assertThat(field(one, "priority")).isEqualTo("P1");
    Answer duplicates = send(agent, BULK, "act", "DUPLICATE", "of", one, "number", two);
    assertThat(duplicates.body()).contains("1 incident was changed.");
    jobs.runDue();
    assertThat(agent.get("/desk/incidents/" + two).body()).contains(one);
  }

  @Test
  void whatIsMissingIsSaid() {
    String one = newIncident("Bulk refused");

    assertThat(send(agent, BULK, "act", "CLAIM").body()).contains("Select at least one incident");
    assertThat(send(agent, BULK, "act", "ASSIGN", "assignee", "", "number", one).body())
        .contains("Nothing was changed.", "Choose a person");
    assertThat(send(agent, BULK, "act", "ASSIGN", "assignee", "nobody-known", "number", one).body())
        .contains("Nothing was changed.");
    assertThat(send(agent, BULK, "act", "DUPLICATE", "of", "x", "number", one).body())
        .contains("This must be the number of an incident");
    assertThat(send(agent, BULK, "act", "CANCEL", "number", one).status()).isEqualTo(422);
    assertThat(send(agent, BULK, "act", "CLAIM", "number", "INC-2020-999999").body())
        .contains("Nothing was changed.");
    assertThat(send(requester, BULK, "act", "CLAIM", "number", one).status()).isEqualTo(403);
    assertThat(send(agent.as("trainer"), BULK, "act", "CLAIM", "number", one).status())
        .isEqualTo(403);
    assertThat(field(one, "assignee")).isNotEqualTo("agent");
  }

  private String field(String number, String name) {
    return agent.get("/api/v1/incidents/" + number).text(name);
  }
}
