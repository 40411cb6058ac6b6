package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListIncidentsApiIT extends ApiDesk {

  private static final String INCIDENTS = "/api/v1/incidents";

  @Test
  void aListIsReadPageByPageByItsLinks() {
    for (int i = 0; i < 5; i++) {
      newIncident("paging" + i);
    }

    List<String> seen = new ArrayList<>();
    String next = INCIDENTS + "?q=paging&size=2&sort=subject,asc";
    while (next != null) {
      ApiClient.Answer page = agent.get(next);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.json().path("totalItems").asInt()).isEqualTo(5);
      assertThat(page.json().path("totalPages").asInt()).isEqualTo(3);
      assertThat(page.json().path("size").asInt()).isEqualTo(2);
      seen.addAll(values(page, "subject"));
      next = link(page, "next");
    }

    assertThat(seen).containsExactly("paging0", "paging1", "paging2", "paging3", "paging4");
    ApiClient.Answer last = agent.get(INCIDENTS + "?q=paging&size=2&page=2");
    assertThat(last.json().path("items")).hasSize(1);
    assertThat(last.header("Link")).contains("rel=\"first\"", "rel=\"prev\"", "rel=\"last\"");
    assertThat(agent.get(INCIDENTS + "?q=paging&page=9").json().path("items")).isEmpty();
  }

  @Test
  void aListIsFiltered() {
    String queued = newIncident("filter queue");
    String claimed = newIncident("filter claimed");
    agent.post(INCIDENTS + "/" + claimed + "/claim");
    String elsewhere = newIncident("filter elsewhere");
    agent.post(INCIDENTS + "/" + elsewhere + "/assign", "{\"team\": \"applications\"}");

    assertThat(numbers("?q=filter&status=IN_PROGRESS")).containsExactly(claimed);
    assertThat(numbers("?q=filter&status=IN_PROGRESS,ASSIGNED")).hasSize(3);
    assertThat(numbers("?q=filter&status=IN_PROGRESS&status=ASSIGNED")).hasSize(3);
    assertThat(numbers("?q=filter&assignee=agent")).containsExactly(claimed);
    assertThat(numbers("?q=filter&assignee=&team=service-desk")).containsExactly(queued);
    assertThat(numbers("?q=filter&team=applications")).containsExactly(elsewhere);
    assertThat(numbers("?q=filter&client=acme")).hasSize(3);
    assertThat(numbers("?q=filter&client=globex")).isEmpty();
    assertThat(numbers("?q=" + queued)).containsExactly(queued);
    assertThat(numbers("?q=queue%20filter")).containsExactly(queued);
  }

  @Test
  void aListIsSortedBothWays() {
    newIncident("sorting");
    newIncident("sorting");
    List<String> up = numbers("?q=sorting&sort=number");
    List<String> down = numbers("?q=sorting&sort=number,desc");

    assertThat(up).isSorted().hasSize(2);
    assertThat(down).containsExactly(up.get(1), up.get(0));
    assertThat(numbers("?q=sorting&sort=priority,asc&sort=openedAt,desc")).hasSize(2);
    assertThat(new HashSet<>(numbers("?q=sorting"))).hasSize(2);
  }

  @Test
  void everythingWrongWithAQueryIsNamedAtOnce() {
    ApiClient.Answer refused =
        agent.get(
            INCIDENTS + "?status=OPEN&client=nobody-knows&page=-1&size=201&sort=mood,sideways");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.fieldsRefused())
        .containsExactlyInAnyOrder("status", "client", "page", "size", "sort");
    assertThat(refused.response().body())
        .contains("number, openedAt, priority, status, subject", "ON_HOLD", "from 1 to 200");
    assertThat(agent.get(INCIDENTS + "?size=0").status()).isEqualTo(422);
    assertThat(agent.get(INCIDENTS + "?size=many").status()).isEqualTo(422);
    assertThat(agent.get(INCIDENTS + "?size=200").status()).isEqualTo(200);
  }

  @Test
  void anIncidentTellsItsStory() {
    String it = INCIDENTS + "/" + resolvedIncident("Story");

    ApiClient.Answer story = agent.get(it + "/timeline");

    assertThat(story.status()).isEqualTo(200);
    assertThat(story.json().findValuesAsText("kind"))
        .contains("REPORTED", "RESOLVED", "CONTACT_IN");
    assertThat(story.json().findValuesAsText("at")).isSorted();
    assertThat(agent.get(INCIDENTS + "/INC-1999-000001/timeline").status()).isEqualTo(404);
    assertThat(agent.get(INCIDENTS + "/INC-1999-000001").status()).isEqualTo(404);
    assertThat(agent.get(INCIDENTS + "/nonsense").status()).isEqualTo(404);
  }

  private List<String> numbers(String query) {
    ApiClient.Answer page = agent.get(INCIDENTS + query);
    assertThat(page.status()).isEqualTo(200);
    return values(page, "number");
  }

  private static List<String> values(ApiClient.Answer page, String field) {
    List<String> values = new ArrayList<>();
    for (JsonNode item : page.json().path("items")) {
      values.add(item.path(field).asText());
    }
    return values;
  }

  private String link(ApiClient.Answer page, String relation) {
    for (String link : page.header("Link").split(", ")) {
      if (link.endsWith("rel=\"" + relation + "\"")) {
        return link.substring(1, link.indexOf('>')).replace("http://127.0.0.1:" + port, "");
      }
    }
    return null;
  }
}
