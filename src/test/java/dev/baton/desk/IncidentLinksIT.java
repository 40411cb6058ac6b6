package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.baton.api.ApiClient.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parents and children of an incident, and how the other one is found. */
class IncidentLinksIT extends PagesDesk {

  @Test
  void theOtherIsFoundByNumberSubjectAndRequesterWithinTheClientAlone() {
    String number = newIncident("Turnstile squeaks");
    String other = newIncident("Turnstile is stuck");
    String foreign =
        stranger
            .post(
                "/api/v1/incidents",
                report("Turnstile of others")
                    .replace("\"client\": \"acme\",", "")
                    .replace("ada@acme", "bob@globex"))
            .text("number");

    assertThat(candidates(number, "turnstile")).containsExactly(other);
    assertThat(candidates(number, other)).containsExactly(other);
    assertThat(candidates(number, "Ada%20stuck%20turn")).containsExactly(other);
    assertThat(candidates(number, foreign)).isEmpty();
    assertThat(candidates(number, "")).isNotEmpty().doesNotContain(number, foreign);
    assertThat(agent.get(pageOf(number) + "/candidates?q=" + other).body())
        .contains("Turnstile is stuck", "Assigned", "Ada");
    assertThat(requester.get(pageOf(number) + "/candidates?q=x").status()).isEqualTo(403);
  }

  @Test
  void aChildIsLinkedShownOnBothSidesAndTakenAway() {
    String parent = newIncident("Whole floor is dark");
    String child = newIncident("My desk is dark");

    Answer linked = send(agent, pageOf(child) + "/links", "relation", "parent", "other", parent);
    assertThat(linked.status()).as(linked.body()).isEqualTo(200);
    assertThat(linked.body())
        .contains(child + " and " + parent + " are linked.", "innerHTML:#incident-around")
        .contains("Parent set", "Whole floor is dark");
    assertThat(agent.get(pageOf(parent) + "/around").body())
        .contains(child, "child", "Assigned", "Remove the link to " + child);
    assertThat(links(parent, "$.children[*].number")).containsExactly(child);
    assertThat(agent.get(pageOf(parent)).body()).contains("Child added");
    assertThat(requester.get(pageOf(child) + "/around").body())
        .contains(parent)
        .doesNotContain("Remove the link");

    Answer removed =
        send(agent, pageOf(parent) + "/links/remove", "relation", "child", "other", child);
    assertThat(removed.body()).contains("has been removed", "Child removed");
    assertThat(links(parent, "$.children[*].number")).isEmpty();
    assertThat(agent.get(pageOf(child)).body()).contains("Parent removed");
  }

  @Test
  void aLinkSetByMistakeIsTakenBackFromADuplicateWhichStaysClosed() {
    String original = newIncident("Gate does not open");
    String duplicate = newIncident("Gate is shut");

    Answer marked = send(agent, pageOf(duplicate) + "/acts/DUPLICATE", "of", original);
    assertThat(marked.status()).as(marked.body()).isEqualTo(200);
    assertThat(marked.header("HX-Trigger")).contains("incident-links-changed");
    assertThat(agent.get(pageOf(duplicate) + "/around").body())
        .as("at once")
        .contains(original, "Remove the link to " + original);
    jobs.runDue();
    assertThat(requester.get(pageOf(duplicate) + "/around").body())
        .contains(original)
        .doesNotContain("Remove the link");

    Answer removed =
        send(agent, pageOf(duplicate) + "/links/remove", "relation", "original", "other", original);
    assertThat(removed.status()).as(removed.body()).isEqualTo(200);
    assertThat(removed.body())
        .contains(duplicate + " is no longer a duplicate of " + original)
        .contains("Its status stays: Closed.", "log a new incident")
        .contains("No longer a duplicate of " + original)
        .doesNotContain("Remove the link to " + original);
    assertThat(agent.get("/api/v1/incidents/" + duplicate).body())
        .contains("\"status\":\"CLOSED\"", "\"duplicateOf\":null");
    assertThat(agent.get(pageOf(original)).body())
        .contains(duplicate + " is no longer a duplicate of this incident.");
    assertThat(requester.get(pageOf(original)).body()).doesNotContain("no longer a duplicate");
    Answer again =
        send(
            agent, pageOf(original) + "/links/remove", "relation", "duplicate", "other", duplicate);
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains(duplicate + " is not a duplicate of " + original);
  }

  @Test
  void programsTakeADuplicatesLinkBackAsTheyTakeAParents() {
    String original = newIncident("Lamp flickers");
    String duplicate = newIncident("Lamp flickers again");
    agent.post("/api/v1/incidents/" + duplicate + "/duplicate", "{\"of\": \"" + original + "\"}");
    jobs.runDue();
    String link = "/api/v1/incidents/" + duplicate + "/duplicate";

    assertThat(agent.get("/api/v1/incidents/" + duplicate + "/links").text("original"))
        .isEqualTo(original);
    assertThat(requester.delete(link).status()).isEqualTo(403);
    assertThat(stranger.delete(link).status()).isIn(403, 404);
    Answer removed = agent.delete(link);
    assertThat(removed.status()).as(removed.body()).isEqualTo(200);
    assertThat(removed.json().get("original").isNull()).isTrue();
    assertThat(agent.delete(link).status()).as("nothing is left").isEqualTo(200);
    assertThat(agent.get("/api/v1/incidents/" + duplicate).text("status")).isEqualTo("CLOSED");
  }

  @Test
  void theLinkOfAMergedIncidentStaysForItsMessagesAreInTheOther() {
    String remaining = newIncident("Blind is stuck");
    String merged = newIncident("Blind does not move");
    Answer done = send(agent, pageOf(merged) + "/merge", "into", remaining);
    assertThat(done.header("HX-Trigger")).contains("incident-links-changed");
    jobs.runDue();

    assertThat(agent.get(pageOf(merged) + "/around").body())
        .contains(remaining)
        .doesNotContain("Remove the link to " + remaining);
    Answer refused =
        send(agent, pageOf(remaining) + "/links/remove", "relation", "duplicate", "other", merged);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("was merged into " + remaining);
    assertThat(agent.delete("/api/v1/incidents/" + merged + "/duplicate").status()).isEqualTo(422);
  }

  @Test
  void aRefusedOriginalIsSaidAtItsField() {
    String number = newIncident("Said at its field");

    for (String typed : List.of("INC-2001-000001", "the printer", number)) {
      Answer refused = send(agent, pageOf(number) + "/acts/DUPLICATE", "of", typed);
      assertThat(refused.status()).as(typed).isEqualTo(422);
      assertThat(refused.body())
          .as(typed)
          .contains("id=\"act-DUPLICATE-of-problem\"", "data-problem-of=\"act-DUPLICATE-of\"");
    }
    assertThat(agent.get(pageOf(number)).body()).contains("id=\"act-DUPLICATE-of-problem\"");
  }

  @Test
  void circlesSecondParentsAndOtherClientsAreRefusedInWords() {
    String top = newIncident("Top");
    String middle = newIncident("Middle");
    String bottom = newIncident("Bottom");
    String other = newIncident("Another top");
    setParent(middle, top);
    setParent(bottom, middle);
    assertThat(setParent(bottom, middle).status()).isEqualTo(200);

    Answer circle = setParent(top, bottom);
    assertThat(circle.status()).isEqualTo(422);
    assertThat(circle.body()).contains("that would be a circle");
    assertThat(setParent(top, top).body()).contains("cannot be its own parent");
    Answer second = send(agent, pageOf(bottom) + "/links", "relation", "parent", "other", other);
    assertThat(second.status()).isEqualTo(422);
    assertThat(second.body()).contains("already has the parent " + middle);
    assertThat(send(agent, pageOf(top) + "/links", "relation", "child", "other", "xyz").body())
        .contains("Choose an incident from the list");
    assertThat(setParent(top, "INC-2001-000001").body()).contains("does not exist");
    String foreign =
        stranger
            .post(
                "/api/v1/incidents",
                report("Elsewhere")
                    .replace("\"client\": \"acme\",", "")
                    .replace("ada@acme", "bob@globex"))
            .text("number");
    assertThat(setParent(top, foreign).body()).contains("another client");
    assertThat(links(top, "$.parent.number")).isEmpty();
    assertThat(agent.delete("/api/v1/incidents/" + middle + "/parent").status()).isEqualTo(200);
    assertThat(setParent(top, bottom).status()).isEqualTo(200);
  }

  @Test
  void onlyTheDeskLinks() {
    String one = newIncident("One of two");
    String two = newIncident("Two of two");

    assertThat(send(requester, pageOf(one) + "/links", "relation", "parent", "other", two).status())
        .isEqualTo(403);
    assertThat(
            requester
                .post("/api/v1/incidents/" + one + "/parent", "{\"other\": \"" + two + "\"}")
                .status())
        .isEqualTo(403);
    assertThat(requester.delete("/api/v1/incidents/" + one + "/parent").status()).isEqualTo(403);
    assertThat(stranger.get("/api/v1/incidents/" + one + "/links").status()).isEqualTo(404);
    assertThat(agent.get(pageOf(one) + "/around").body()).contains("incident-link-form");
    assertThat(requester.get(pageOf(one) + "/around").body()).doesNotContain("incident-link-form");
  }

  private Answer setParent(String child, String parent) {
    return agent.post("/api/v1/incidents/" + child + "/parent", "{\"other\": \"" + parent + "\"}");
  }

  private List<String> candidates(String number, String typed) {
    return JsonPath.read(agent.get(pageOf(number) + "/candidates?q=" + typed).body(), "$[*].value");
  }

  private List<String> links(String number, String path) {
    Answer links = agent.get("/api/v1/incidents/" + number + "/links");
    assertThat(links.status()).isEqualTo(200);
    return path.contains("[*]")
        ? JsonPath.read(links.body(), path)
        : links.json().at("/parent").isNull() ? List.of() : List.of(links.body());
  }
}
