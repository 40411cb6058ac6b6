package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.baton.api.ApiClient.Answer;
import java.util.List;
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
        .containsSubsequence(
            "2 incidents were changed:", one, two, "1 incident was not changed:", over);
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
    assertThat(duplicates.body()).containsSubsequence("1 incident was changed:", two);
    jobs.runDue();
    assertThat(agent.get("/desk/incidents/" + two).body()).contains(one);
  }

  @Test
  void whatIsMissingIsSaid() {
    String one = newIncident("Bulk refused");

    assertThat(send(agent, BULK, "act", "CLAIM").body()).contains("Select at least one incident");
    Answer nobody = send(agent, BULK, "act", "ASSIGN", "assignee", "", "number", one);
    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.body())
        .contains("id=\"bulk-assignee-problem\"", "Choose a person.")
        .doesNotContain("Nothing was changed.");
    assertThat(send(agent, BULK, "act", "TAG", "tag", " ", "number", one).body())
        .contains("id=\"bulk-tag-problem\"", "Enter a tag.");
    assertThat(send(agent, BULK, "act", "REPRIORITISE", "urgency", "HIGH", "number", one).body())
        .contains("id=\"bulk-impact-problem\"", "Choose impact and urgency.");
    assertThat(send(agent, BULK, "act", "REPRIORITISE", "impact", "HIGH", "number", one).body())
        .contains("id=\"bulk-urgency-problem\"", "Choose impact and urgency.");
    assertThat(send(agent, BULK, "act", "ASSIGN", "assignee", "nobody-known", "number", one).body())
        .contains("id=\"bulk-assignee-problem\"", "nobody-known");
    assertThat(send(agent, BULK, "act", "DUPLICATE", "of", "x", "number", one).body())
        .contains("id=\"bulk-of-problem\"", "Choose an incident from the list");
    assertThat(send(agent, BULK, "act", "DUPLICATE", "of", "INC-2001-000001", "number", one).body())
        .contains("id=\"bulk-of-problem\"", "INC-2001-000001 does not exist.");
    assertThat(send(agent, BULK, "act", "CANCEL", "number", one).status()).isEqualTo(422);
    assertThat(send(agent, BULK, "act", "CLAIM", "number", "INC-2020-999999").body())
        .contains("Nothing was changed.");
    assertThat(send(requester, BULK, "act", "CLAIM", "number", one).status()).isEqualTo(403);
    assertThat(send(agent.as("trainer"), BULK, "act", "CLAIM", "number", one).status())
        .isEqualTo(403);
    assertThat(field(one, "assignee")).isNotEqualTo("agent");
  }

  @Test
  void theOriginalOfDuplicatesIsFoundByWordsAndStaysIfItIsAmongThem() {
    String original = newIncident("Projector is dark");
    String one = newIncident("Projector shows nothing");
    String over = newIncident("Projector lamp");
    agent.post("/api/v1/incidents/" + over + "/cancel", "{\"note\": \"Never mind\"}");
    String chosen = "&number=" + one + "&number=" + original + "&number=" + over;

    assertThat(candidates("q=" + chosen)).containsExactly(original, one, over);
    assertThat(candidates("q=projector+dark" + chosen)).containsExactly(original);
    assertThat(candidates("q=ada+projector+dark")).containsExactly(original);
    assertThat(candidates("q=" + original)).containsExactly(original);
    assertThat(requester.get("/desk/incidents/candidates?q=x").status()).isEqualTo(403);

    Answer done =
        send(
            agent,
            BULK,
            "act",
            "DUPLICATE",
            "of",
            original,
            "number",
            one,
            "number",
            original,
            "number",
            over);
    assertThat(done.body())
        .containsSubsequence(
            "1 incident was changed:",
            one,
            original + " stays as the original.",
            "1 incident was not changed:",
            over);
    jobs.runDue();
    assertThat(field(one, "duplicateOf")).isEqualTo(original);
    assertThat(field(original, "status")).isNotEqualTo("CLOSED");
  }

  private List<String> candidates(String query) {
    return JsonPath.read(agent.get("/desk/incidents/candidates?" + query).body(), "$[*].value");
  }

  private String field(String number, String name) {
    return agent.get("/api/v1/incidents/" + number).text(name);
  }
}
