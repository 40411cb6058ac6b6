package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.baton.api.ApiClient.Answer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two reports of one disruption become one incident. */
class MergeIncidentsIT extends PagesDesk {

  @Test
  void bothStandSideBySideAndWhatIsChosenStays() {
    String remaining = newIncident("Door");
    String merged =
        agent
            .post(
                "/api/v1/incidents",
                report("Door of the archive stays shut")
                    .replace("\"Ada\", \"email\": \"ada@", "\"Mary\", \"email\": \"mary@")
                    .replace("\"MEDIUM\"", "\"HIGH\""))
            .text("number");
    jobs.runDue();
    write(agent, merged, "NOTE", "The hinge is bent.", null, "hinge.txt");
    requesterWrites(merged, "It still stays shut.");
    agent.post("/api/v1/incidents/" + merged + "/tags", "{\"tags\": [\"archive\"]}");
    agent.post("/api/v1/incidents/" + remaining + "/claim");
    requesterWrites(remaining, "And this one?");
    agent.get(pageOf(remaining)); // reads it
    int mails = mails(merged).size();

    Answer form = agent.get(pageOf(merged) + "/merge?into=" + remaining);
    assertThat(form.status()).isEqualTo(200);
    assertThat(form.body())
        .contains("Merge " + merged + " into " + remaining)
        .contains("Door of the archive stays shut", "Mary (mary@acme.example)", "Impact High")
        .contains("the same in both");
    Answer done =
        send(
            agent,
            pageOf(merged) + "/merge",
            "into",
            remaining,
            "keep-SUBJECT",
            "merged",
            "keep-REQUESTER",
            "remaining",
            "keep-PRIORITY",
            "merged");
    jobs.runDue();

    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.body()).contains(merged + " has been merged into " + remaining);
    Answer now = incident(remaining);
    assertThat(now.text("subject")).isEqualTo("Door of the archive stays shut");
    assertThat(now.text("priority")).isEqualTo("P1");
    assertThat(JsonPath.<String>read(now.body(), "$.requester.name")).isEqualTo("Ada");
    assertThat(JsonPath.<List<String>>read(now.body(), "$.tags")).containsExactly("archive");
    assertThat(agent.get("/desk/incidents?reply=unread&q=archive").body()).contains(remaining);
    assertThat(agent.get(pageOf(remaining)).body())
        .contains("The hinge is bent.", "hinge.txt", "It still stays shut.")
        .contains("Another incident merged");
    assertThat(incident(merged).text("status")).isEqualTo("CLOSED");
    assertThat(incident(merged).text("duplicateOf")).isEqualTo(remaining);
    assertThat(agent.get(pageOf(merged)).body())
        .contains("Merged into another incident", remaining)
        .doesNotContain("The hinge is bent.", "New from the client");
    assertThat(mails(merged)).as("one mail says that it goes on there").hasSize(mails + 1);
    assertThat(mails(remaining).toString()).doesNotContain("event=CLOSED");
    assertThat(agent.get("/api/v1/incidents/" + remaining + "/watchers").body())
        .contains("mary@acme.example");
  }

  @Test
  void theFilesAndTextsOfMovedMessagesAreServed() {
    String remaining = newIncident("Kept");
    String merged = newIncident("Given up");
    String words = "All of it. ".repeat(300);
    write(agent, merged, "REPLY", words, UUID.randomUUID().toString(), "all.txt");

    merge(merged, remaining, "");
    jobs.runDue();

    String contacts = agent.get("/api/v1/incidents/" + remaining + "/contacts").body();
    int id = JsonPath.<List<Integer>>read(contacts, "$[?(@.direction == 'OUT')].id").get(0);
    assertThat(agent.get(pageOf(remaining) + "/contacts/" + id + "/text").body())
        .contains(words.strip());
    assertThat(agent.get(pageOf(merged) + "/contacts/" + id + "/text").status()).isEqualTo(404);
    assertThat(requester.get(pageOf(remaining)).body()).contains("all.txt");
  }

  @Test
  void whatCannotBeMergedIsSaid() {
    String one = newIncident("Merged not");
    String over = newIncident("Merged over");
    agent.post("/api/v1/incidents/" + over + "/cancel", "{\"note\": \"Never mind\"}");
    String resolved = resolvedIncident("Merged resolved");

    assertThat(merge(one, one, "").body()).contains("cannot be merged with itself");
    assertThat(merge(one, "INC-2001-000001", "").body()).contains("does not exist");
    assertThat(merge(one, "none", "").status()).isEqualTo(422);
    assertThat(merge(one, over, "").status()).isEqualTo(409);
    assertThat(merge(resolved, one, "").status()).isEqualTo(409);
    assertThat(merge(one, resolved, "\"SMELL\"").status()).isEqualTo(422);
    String foreign =
        stranger
            .post(
                "/api/v1/incidents",
                report("Theirs")
                    .replace("\"client\": \"acme\",", "")
                    .replace("ada@acme", "bob@globex"))
            .text("number");
    assertThat(merge(one, foreign, "").body()).contains("another client");
    Answer refused = agent.get(pageOf(one) + "/merge?into=" + foreign);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("another client", "hx-swap-oob");
    assertThat(agent.get(pageOf(one) + "/merge?into=x").body()).contains("Choose an incident");
    assertThat(incident(one).text("status")).isEqualTo("ASSIGNED");
    assertThat(incident(resolved).text("status")).isEqualTo("RESOLVED");
    assertThat(agent.get(pageOf(one)).body()).doesNotContain("Merged into another incident");
  }

  @Test
  void onlyTheDeskMerges() {
    String one = newIncident("Not by clients");
    String two = newIncident("Not by clients either");

    assertThat(requester.get(pageOf(one) + "/merge?into=" + two).status()).isEqualTo(403);
    assertThat(send(requester, pageOf(one) + "/merge", "into", two).status()).isEqualTo(403);
    assertThat(
            requester
                .post("/api/v1/incidents/" + one + "/merge", "{\"into\": \"" + two + "\"}")
                .status())
        .isEqualTo(403);
    assertThat(requester.get(pageOf(one) + "/around").body()).doesNotContain("incident-merge");
  }

  private Answer merge(String number, String into, String taken) {
    return agent.post(
        "/api/v1/incidents/" + number + "/merge",
        "{\"into\": \"" + into + "\", \"take\": [" + taken + "]}");
  }

  private void requesterWrites(String number, String text) {
    requester.post(
        "/api/v1/incidents/" + number + "/contacts",
        "{\"channel\": \"WEB\", \"body\": \"" + text + "\"}");
  }

  private Answer incident(String number) {
    return agent.get("/api/v1/incidents/" + number);
  }

  /** The mails to the client about it. */
  private List<Object> mails(String number) {
    jobs.runDue();
    return JsonPath.read(
        agent.get("/api/v1/incidents/" + number + "/notifications").body(),
        "$[?(@.audience == 'REQUESTER')]");
  }
}
