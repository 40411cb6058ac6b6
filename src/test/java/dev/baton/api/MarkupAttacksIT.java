package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.file.ContactFiles;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Stored cross-site scripting: what strangers write is never markup in a page of the desk. */
class MarkupAttacksIT extends ApiDesk {

  private static final String SCRIPT = "<script>alert('%s')</script>";
  private static final String IMAGE = "\\\"><img src=x onerror=alert('%s')>";
  private static final Pattern ALIVE =
      Pattern.compile(
          "<script>alert|<img src=x|<svg onload|<a href='?javascript:", Pattern.CASE_INSENSITIVE);

  @Autowired ContactFiles files;
  @Autowired TransactionTemplate transactions;

  private String number;

  @BeforeEach
  void somebodyReportsMarkup() {
    String client =
        """
        {"name": "%s", "tier": "GOLD", "zone": "UTC", "language": "en"}
        """
            .formatted(SCRIPT.formatted("client"));
    assertThat(agent.as("admin").put("/api/v1/clients/markup", client).status()).isIn(200, 201);
    number =
        agent
            .post(
                "/api/v1/incidents",
                """
                {"client": "markup", "requester": {"name": "%s", "email": "eve@markup.example"},
                 "channel": "EMAIL", "subject": "%s %s", "description": "%s <a href='javascript:alert(1)'>x</a>",
                 "impact": "HIGH", "urgency": "HIGH"}
                """
                    .formatted(
                        SCRIPT.formatted("name"),
                        SCRIPT.formatted("subject"),
                        IMAGE.formatted("subject"),
                        SCRIPT.formatted("text"))
                    .replace("\n", " "))
            .text("number");
    assertThat(number).isNotNull();
    jobs.runDue();
    agent.post(
        "/api/v1/incidents/" + number + "/contacts",
        """
        {"direction": "OUT", "channel": "EMAIL", "body": "%s", "visibility": "CLIENT"}
        """
            .formatted(SCRIPT.formatted("answer")));
    attach("<img src=x onerror=alert('file')>.txt");
    agent.post("/api/v1/incidents/" + number + "/claim");
    agent.post(
        "/api/v1/incidents/" + number + "/hold",
        """
        {"reason": "REQUESTER", "until": "2099-01-01T00:00:00Z", "note": "%s"}
        """
            .formatted(SCRIPT.formatted("note")));
    agent.post(
        "/api/v1/incidents/" + number + "/declare-major",
        "{\"reason\": \"%s\"}".formatted(SCRIPT.formatted("reason")));
    jobs.runDue();
  }

  @Test
  void theOutboxShowsMarkupAsText() {
    ApiClient.Answer list = agent.get("/outbox?q=" + number);
    assertThat(list.status()).isEqualTo(200);
    dead(list);
    List<String> links =
        Pattern.compile("href=\"(/outbox/[0-9]+)\"")
            .matcher(list.body())
            .results()
            .map(link -> link.group(1))
            .distinct()
            .toList();
    assertThat(links).isNotEmpty();
    for (String link : links) {
      dead(agent.get(link));
      ApiClient.Answer html = agent.get(link + "/html");
      dead(html);
      assertThat(html.header("Content-Security-Policy")).startsWith("sandbox;");
    }
    dead(agent.get("/outbox?q=%3Cscript%3Ealert('q')%3C/script%3E"));
  }

  @Test
  void theClocksShowMarkupAsText() {
    for (String type : new String[] {"text/html", "image/svg+xml"}) {
      ApiClient.Answer page = page("/api/v1/incidents/" + number + "/clocks", type);
      assertThat(page.status()).isEqualTo(200);
      dead(page);
    }
  }

  @Test
  void theTimelineOfAMajorIncidentShowsMarkupAsText() {
    ApiClient.Answer page =
        page("/api/v1/major-incidents/" + number + "/timeline?format=html", "text/html");
    assertThat(page.status()).isEqualTo(200);
    dead(page);
    assertThat(page.body()).contains("&lt;script&gt;");
  }

  @Test
  void thePagesOfAnIncidentShowMarkupAsText() {
    for (String path : new String[] {"", "/panel", "/news", "/around"}) {
      ApiClient.Answer page = page("/desk/incidents/" + number + path, "text/html");
      assertThat(page.status()).as(path).isLessThan(500);
      dead(page);
    }
  }

  @Test
  void theContactLogAndTheListOfMajorIncidentsShowMarkupAsText() {
    long contact =
        agent.get("/api/v1/incidents/" + number + "/contacts").json().at("/0/id").asLong();
    for (String path :
        new String[] {
          "/desk/contacts",
          "/desk/contacts?q=alert&client=markup",
          "/desk/contacts?q=%3Cscript%3Ealert('q')%3C/script%3E",
          "/desk/contacts/" + contact,
          "/desk/contacts/to-sort",
          "/desk/contacts/quarantine",
          "/desk/escalations",
          "/desk/escalations?view=ended",
          "/desk/major",
          "/desk/major?incident=" + number
        }) {
      ApiClient.Answer page = page(path, "text/html");
      assertThat(page.status()).as(path).isEqualTo(200);
      dead(page);
    }
    assertThat(page("/desk/major", "text/html").body()).contains(number, "&lt;script&gt;");
    assertThat(page("/desk/contacts?q=" + number, "text/html").body()).contains("&lt;script&gt;");
  }

  @Test
  void aPageThatIsNotThereDoesNotRepeatItsAddress() {
    for (String path :
        new String[] {
          "/api/v1/incidents/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
          "/nothing/%3Cscript%3Ealert(1)%3C/script%3E",
          "/desk/incidents/%3Cimg%20src=x%3E",
          "/outbox/%3Cscript%3Ealert(1)%3C/script%3E"
        }) {
      dead(page(path, "text/html"));
    }
  }

  @Test
  void whatTheApiAnswersIsNeverTakenForAPage() {
    ApiClient.Answer answer = agent.get("/api/v1/incidents/" + number);

    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.text("subject")).startsWith("<script>");
  }

  private void attach(String name) {
    long contact =
        agent.get("/api/v1/incidents/" + number + "/contacts").json().at("/0/id").asLong();
    byte[] content = {'x'};
    transactions.executeWithoutResult(
        status ->
            files.keep(
                contact,
                new ContactFiles.NewFile(name, "text/html", 1, "0".repeat(64), null, content)));
  }

  private ApiClient.Answer page(String path, String type) {
    return agent.send(agent.request(path).setHeader("Accept", type).GET());
  }

  private static void dead(ApiClient.Answer page) {
    String type = String.valueOf(page.header("Content-Type"));
    if (!type.contains("json")) {
      assertThat(page.body()).doesNotContainPattern(ALIVE);
    }
  }
}
