package dev.baton.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import dev.baton.desk.PagesDesk;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of categories: kept by the API and on a page, suggested on incidents. */
class CategoryPagesIT extends PagesDesk {

  private static final String API = "/api/v1/categories";
  private static final String PAGE = "/desk/admin/categories";

  private ApiClient admin;

  @BeforeEach
  void signIn() {
    admin = agent.as("admin");
  }

  @AfterEach
  void empty() {
    admin.get(API).json().forEach(one -> admin.delete(API + "/" + one.path("id").asText()));
  }

  @Test
  void theApiKeepsOneCategoryForEachNameAndClient() {
    String id = put("{\"name\": \"Lifts\"}").text("id");
    put("{\"name\": \"Lifts\", \"client\": \"acme\"}");
    Answer changed = put("{\"name\": \"LIFTS\", \"active\": false}");

    assertThat(changed.text("id")).isEqualTo(id);
    assertThat(changed.json().path("active").asBoolean()).isFalse();
    assertThat(admin.get(API).json()).hasSize(2);
    assertThat(admin.put(API, "{\"name\": \" \"}").status()).isEqualTo(422);
    assertThat(admin.put(API, "{\"name\": \"X\", \"client\": \"none\"}").body())
        .contains("There is no client 'none'");
    assertThat(admin.put(API, "{\"name\": \"X\", \"service\": \"none\"}").body())
        .contains("There is no service 'none'");
    assertThat(admin.delete(API + "/" + id).status()).isEqualTo(204);
    assertThat(admin.delete(API + "/" + id).status()).isEqualTo(404);
    assertThat(agent.get(API).status()).isEqualTo(403);
    assertThat(agent.get(PAGE).status()).isEqualTo(403);
  }

  @Test
  void aCategoryIsKeptOnThePageAndImported() {
    Answer made = send(admin, PAGE + "/new", "name", "Escalators", "active", "true");
    assertThat(made.status()).as(made.body()).isEqualTo(303);
    assertThat(send(admin, PAGE + "/new", "name", "escalators").body())
        .contains("There is one with this name already");
    assertThat(send(admin, PAGE + "/new", "name", "Doors", "client", "nobody").body())
        .contains("id=\"client-problem\"");

    String one = made.header("Location").replaceFirst("\\?.*", "");
    Document form = Jsoup.parse(admin.get(one).body());
    assertThat(form.select("h1").text()).isEqualTo("Categories: Escalators");
    assertThat(form.select("#name[readonly]").val()).isEqualTo("Escalators");
    assertThat(send(admin, one, "seen", form.select("[name=seen]").val(), "service", "").status())
        .isEqualTo(303);
    assertThat(admin.get(one).body()).contains("Changed: active: true → false");
    assertThat(admin.get(PAGE + "/export").body())
        .startsWith("client,name,service,active")
        .contains(",Escalators,,");
    assertThat(send(admin, one + "/delete").status()).isEqualTo(303);
    assertThat(admin.get(one).status()).isEqualTo(404);
  }

  @Test
  void keptCategoriesAreSuggestedBeforeUsedOnesAndOthersStayAllowed() {
    String number = newIncident("The router is down");
    put("{\"name\": \"Zebra crossing\"}");
    put("{\"name\": \"Only at acme\", \"client\": \"acme\"}");
    put("{\"name\": \"Only at globex\", \"client\": \"globex\"}");

    List<String> suggested = suggested(number);
    assertThat(suggested)
        .startsWith("Only at acme", "Zebra crossing")
        .contains("network")
        .doesNotContain("Only at globex");
    assertThat(agent.get("/desk/macros/categories?q=zebra").body()).contains("Zebra crossing");

    put("{\"name\": \"Network\", \"active\": false}");
    assertThat(suggested(number)).doesNotContain("network", "Network");
    assertThat(agent.post("/api/v1/incidents", report("Another")).status()).isEqualTo(201);
  }

  private List<String> suggested(String number) {
    return Jsoup.parse(agent.get(pageOf(number) + "/edit").body())
        .select("#incident-edit-categories option")
        .eachAttr("value");
  }

  private Answer put(String body) {
    Answer answer = admin.put(API, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }
}
