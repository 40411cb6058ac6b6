package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tags: put on incidents, taken off, asked for in lists, and the desk's own. */
class IncidentTagsIT extends PagesDesk {

  private static final Pattern NUMBER = Pattern.compile(">(INC-\\d{4}-\\d+)</a></th>");

  @Test
  void aTagIsAddedOnceShownAndRemovedWithAJournalLine() {
    String number = newIncident("Tagged by hand");

    Answer added =
        send(agent, pageOf(number) + "/tags", "tag", " #VPN , Würzburg ", "seen-tags", "old");
    assertThat(added.status()).as(added.body()).isEqualTo(200);
    assertThat(added.body())
        .contains(
            "id=\"incident-tags\"", "?tag=vpn", "würzburg", "Remove the tag vpn", "Tags added")
        .contains("vpn, würzburg");
    send(agent, pageOf(number) + "/tags", "tag", "vpn");
    assertThat(tags(number)).containsExactly("vpn", "würzburg");
    assertThat(agent.get("/desk/tags?q=W%C3%BC").body()).contains("würzburg").doesNotContain("vpn");

    Answer removed = send(agent, pageOf(number) + "/tags/remove", "tag", "vpn", "seen-tags", "old");
    assertThat(removed.body()).contains("Tag removed: vpn.", "Tag removed");
    assertThat(tags(number)).containsExactly("würzburg");
    Answer german =
        agent.send(agent.request(pageOf(number)).setHeader("Accept-Language", "de-DE").GET());
    assertThat(german.body()).contains("Schlagwort entfernt", "Schlagwörter hinzugefügt");
  }

  @Test
  void theApiAddsListsAndRemoves() {
    String number = newIncident("Tagged by a program");

    Answer added = api(number, "\"Roof Leak\", \"c++\", \"roof  leak\"");
    assertThat(added.status()).as(added.body()).isEqualTo(200);
    assertThat(JsonPath.<List<String>>read(added.body(), "$.tags"))
        .containsExactly("c++", "roof leak");
    assertThat(agent.get("/api/v1/tags?q=roof").body()).contains("roof leak");
    assertThat(agent.delete("/api/v1/incidents/" + number + "/tags/Roof%20Leak").status())
        .isEqualTo(200);
    assertThat(tags(number)).containsExactly("c++");
    assertThat(
            JsonPath.<List<String>>read(
                agent.get("/api/v1/incidents?tag=C%2B%2B").body(), "$.items[*].number"))
        .contains(number);
    assertThat(
            JsonPath.<List<List<String>>>read(
                agent.get("/api/v1/incidents?tag=c%2B%2B").body(), "$.items[*].tags"))
        .contains(List.of("c++"));
  }

  @Test
  void whatIsNoTagIsRefused() {
    String number = newIncident("Tagged badly");

    for (String wrong : List.of("", "  ", "#", "-dash", "a/b", "a;b", "<b>", "x".repeat(41))) {
      assertThat(api(number, "\"" + wrong + "\"").status()).as(wrong).isEqualTo(422);
    }
    assertThat(send(agent, pageOf(number) + "/tags", "tag", "a/b").body())
        .contains("Not saved.", "is not a tag");
    String twenty =
        IntStream.rangeClosed(1, 20)
            .mapToObj(i -> "\"tag " + i + "\"")
            .collect(Collectors.joining(","));
    assertThat(api(number, twenty).status()).isEqualTo(200);
    Answer more = api(number, "\"one more\"");
    assertThat(more.status()).isEqualTo(422);
    assertThat(more.body()).contains("at most 20 tags");
    assertThat(api(number, "\"TAG 7\"").status()).isEqualTo(200);
    assertThat(tags(number)).hasSize(20);
  }

  @Test
  void theListShowsTagsAndIsFilteredByThem() {
    String one = newIncident("Escalator one");
    String two = newIncident("Escalator two");
    newIncident("Escalator three");
    send(
        agent,
        "/desk/incidents/bulk",
        "act",
        "TAG",
        "tag",
        "Lift-42",
        "number",
        one,
        "number",
        two);

    assertThat(found(agent, "?tag=lift-42")).as("due first").containsExactly(one, two);
    assertThat(found(agent, "?tag=LIFT-42&q=one+escalator")).containsExactly(one);
    assertThat(found(agent, "?tag=unheard-of")).isEmpty();
    assertThat(agent.get("/desk/incidents?q=escalator").body())
        .contains("?tag=lift-42", "Incidents tagged lift-42");
    assertThat(agent.as("team-lead").get("/desk/incidents.csv?tag=lift-42").body())
        .contains(one, ",lift-42");
    assertThat(
            send(agent, "/desk/incidents/bulk", "act", "TAG", "tag", "a/b", "number", one).body())
        .contains("id=\"bulk-tag-problem\"", "is not a tag");
  }

  @Test
  void aClientsPeopleNeitherSeeNorAskForTags() {
    String number = newIncident("Nobody's business");
    api(number, "\"difficult customer\"");

    for (String path :
        List.of(
            pageOf(number),
            pageOf(number) + "/panel",
            "/desk/incidents?q=" + number,
            "/api/v1/incidents/" + number,
            "/api/v1/incidents?q=" + number,
            "/api/v1/incidents/" + number + "/timeline")) {
      assertThat(requester.get(path).body())
          .as(path)
          .contains(path.endsWith("timeline") ? "REPORTED" : number)
          .doesNotContain("difficult", "incident-tags", "filter-tag");
    }
    assertThat(found(requester, "?tag=unheard-of&q=" + number)).containsExactly(number);
    assertThat(requester.get("/desk/tags?q=d").status()).isEqualTo(403);
    assertThat(requester.get("/api/v1/tags?q=d").status()).isEqualTo(403);
    assertThat(requester.get("/api/v1/incidents?tag=difficult").status()).isEqualTo(422);
    assertThat(send(requester, pageOf(number) + "/tags", "tag", "mine").status()).isEqualTo(403);
    assertThat(send(requester, pageOf(number) + "/tags/remove", "tag", "x").status())
        .isEqualTo(403);
    assertThat(
            requester
                .post("/api/v1/incidents/" + number + "/tags", "{\"tags\": [\"mine\"]}")
                .status())
        .isEqualTo(403);
    assertThat(requester.delete("/api/v1/incidents/" + number + "/tags/x").status()).isEqualTo(403);
  }

  private Answer api(String number, String tags) {
    return agent.post("/api/v1/incidents/" + number + "/tags", "{\"tags\": [" + tags + "]}");
  }

  private List<String> tags(String number) {
    return JsonPath.read(agent.get("/api/v1/incidents/" + number).body(), "$.tags");
  }

  private static List<String> found(ApiClient who, String query) {
    Answer page = who.get("/desk/incidents" + query);
    assertThat(page.status()).isEqualTo(200);
    return NUMBER.matcher(page.body()).results().map(one -> one.group(1)).toList();
  }
}
