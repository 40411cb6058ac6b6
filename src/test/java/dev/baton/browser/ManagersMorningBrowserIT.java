package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A manager finds what is stuck and why, answers an escalation, and mends a failed step. */
abstract class ManagersMorningBrowserIT {

  private static final String BOARD = "/camunda/app/cockpit/default/#/service-desk";
  private static final long ROWS_OF_A_PAGE = 50;
  private static final String DASHBOARD = "/camunda/app/cockpit/default/#/dashboard";
  private static final String MANAGER = "service-desk-manager";
  private static final String OWNER = "process-owner";
  private static final String BOUNDARY = "parts-of-a-deployment";
  private static final String STUCK = "[aria-labelledby=baton-board-stuck]";

  private final HttpClient http = HttpClient.newHttpClient();
  private final DemoDeskProgram desk;

  ManagersMorningBrowserIT(DemoDeskProgram desk) {
    this.desk = desk;
  }

  @Test
  void theManagersMorning() {
    send(
        "PUT",
        "/api/v1/flows/direct-deployment",
        "admin",
        "application/json",
        "{\"allowed\": true, \"reason\": \"To break something on purpose.\"}");
    deploy("Without priorities", ManagersMorningBrowserIT::withoutPriorities);
    String number = reported("The scales in the post room show nothing");
    try (Browser manager = new Browser(desk.port())) {
      manager.signIn(BOARD, MANAGER, "baton");
      manager.awaitText(".baton-board h1", "Service desk");
      looksAround(manager);
      seesTheRowOnTheDashboard(manager);
      manager.open(BOARD);
      manager.awaitText(".baton-board h1", "Service desk");
      keepsThePlace(manager);
      answersAnEscalation(manager);
      everyFigureLeadsToItsRows(manager);
      seesTheEscalations(manager);
      manager.open(BOARD);
      manager.awaitText(".baton-board h1", "Service desk");
      findsWhatIsStuck(manager, number);

      manager.open(BOARD + "?client=straits-cargo");
      manager.awaitText(".baton-board-filters", "Clear filters");
      assertThat(
              (String)
                  manager.ask("return document.querySelector('#baton-board-filter-client').value"))
          .isEqualTo("straits-cargo");

      deploy("Mended", (name, text) -> text);
      migrate();
      mendsTheStep(manager, number);

      manager.open(BOARD);
      manager.awaitText(".baton-board h1", "Service desk");
      manager.awaitText(STUCK, "Stuck");
      assertThat(
              (Boolean)
                  manager.ask(
                      "return"
                          + " document.querySelector(arguments[0]).textContent.includes(arguments[1])",
                      STUCK,
                      number))
          .isFalse();
    }
  }

  private static void looksAround(Browser manager) {
    manager.awaitText(".baton-board-tile", "Unanswered escalations");
    manager.awaitText("svg.baton-diagram", "Resolve at first line");
    manager.awaitText(".baton-board-flow th", "Wait on hold");
    manager.picture("cockpit-board-1440");
    assertThat(manager.barriers(".baton-board")).isEmpty();
    manager.width(390);
    manager.awaitText(".baton-board-tile", "Stuck");
    manager.picture("cockpit-board-390");
    assertThat(manager.barriers(".baton-board")).isEmpty();
    assertThat(
            (Boolean)
                manager.ask("return document.documentElement.scrollWidth <= window.innerWidth"))
        .as("nothing sticks out of a narrow window")
        .isTrue();
    manager.width(1440);
  }

  private static void seesTheRowOnTheDashboard(Browser manager) {
    manager.open(DASHBOARD);
    manager.awaitText(".baton-board-row .baton-board-tile", "Unanswered escalations");
    manager.awaitText("body", "Failed steps");
    assertThat((String) manager.ask("return document.body.innerText"))
        .doesNotContain("Open Incidents");
    manager.picture("cockpit-dashboard-1440");
    assertThat(manager.barriers(".baton-board-row")).isEmpty();
    manager.width(390);
    manager.awaitText(".baton-board-row .baton-board-tile", "Stuck");
    manager.picture("cockpit-dashboard-390");
    assertThat(manager.barriers(".baton-board-row")).isEmpty();
    manager.width(1440);
  }

  /** The keyboard stays where it is while the page is brought up to date. */
  private static void keepsThePlace(Browser manager) {
    String shown = "return document.querySelector('.baton-board-fresh').firstChild.data";
    String place = "return document.activeElement.getAttribute('data-place')";
    manager.ask("document.querySelector('.baton-board-list tbody th a').focus()");
    Object before = manager.ask(shown);
    Object focused = manager.ask(place);
    manager.awaitChange(shown, before);
    assertThat(focused).isNotNull();
    assertThat(manager.ask(place)).isEqualTo(focused);
  }

  private void answersAnEscalation(Browser manager) {
    String told = get("/api/v1/board", MANAGER);
    List<Map<String, Object>> escalations =
        JsonPath.read(told, "$.unacknowledged.items[?(@.state == 'TOLD')]");
    Map<String, Object> escalation = escalations.get(0);
    String number = JsonPath.read(escalation, "$.incident.number");
    manager.click(
        ".baton-board-act[data-escalation='" + escalation.get("id") + "']", "Acknowledge");
    manager.awaitText(".baton-board-notice", "acknowledged the escalation of " + number);
    assertThat(
            JsonPath.<String>read(
                get("/api/v1/escalations/" + escalation.get("id"), MANAGER), "$.acknowledgedBy"))
        .isEqualTo(MANAGER);
    aDecisionStaysChosenWhileThePageIsRefreshed(manager, number, escalation.get("id").toString());
    manager.open(BOARD);
    manager.awaitText(".baton-board h1", "Service desk");
  }

  private void aDecisionStaysChosenWhileThePageIsRefreshed(
      Browser manager, String number, String escalation) {
    String id = "#escalation-" + escalation;
    manager.open("/desk/incidents/" + number);
    manager.click(id + "-decide summary", "Decide");
    manager.click("label:has(" + id + "-decision-REASSIGN)", "Reassign to another team or person");
    manager.type(id + "-note", "They know the switch.");
    post(
        "/api/v1/escalations/%s/decide".formatted(escalation),
        MANAGER,
        "application/json",
        """
        {"decision": "ADD_PERSON", "person": "senior-agent", "note": "Have a look", "more": true}
        """);
    manager.awaitText("#incident-escalation .baton-ladder", "brought in another person");
    assertThat(
            manager.ask(
                "return [document.querySelector(arguments[0] + '-decision-REASSIGN').checked,"
                    + " document.querySelector(arguments[0] + '-note').value].join()",
                id))
        .isEqualTo("true,They know the switch.");
  }

  /** The figure of each tile, and of each cell of the matrix, is the number of rows it leads to. */
  private static void everyFigureLeadsToItsRows(Browser manager) {
    manager.open(DASHBOARD);
    manager.open(BOARD);
    manager.awaitText(".baton-board-matrix", "Priority");
    List<Map<String, String>> figures =
        figures(manager, ".baton-board-tile[href]", ".baton-board-tile-number");
    List<Map<String, String>> cells = figures(manager, ".baton-board-matrix td a[href]", null);
    assertThat(figures).hasSizeGreaterThan(3);
    assertThat(cells).isNotEmpty();
    List<Map<String, String>> all = new ArrayList<>(figures);
    all.addAll(cells.subList(0, Math.min(4, cells.size())));
    for (Map<String, String> figure : all) {
      if (figure.get("href").startsWith("/desk/incidents")) {
        manager.open(figure.get("href"));
        manager.awaitText("h1", "Incidents");
        assertThat(
                manager.ask("return document.querySelectorAll('#incidents-found tbody tr').length"))
            .as(figure.get("href"))
            .isEqualTo(Math.min(ROWS_OF_A_PAGE, Long.parseLong(figure.get("number"))));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, String>> figures(Browser manager, String links, String number) {
    return (List<Map<String, String>>)
        manager.ask(
            "return [...document.querySelectorAll(arguments[0])].map(link => ({href:"
                + " link.getAttribute('href'), number: (arguments[1] ?"
                + " link.querySelector(arguments[1]) : link).textContent.trim()}))",
            links,
            number);
  }

  private static void seesTheEscalations(Browser manager) {
    manager.open("/desk/escalations");
    manager.awaitText("h1", "Escalations");
    manager.awaitText(".baton-ladder", "was asked");
    for (int width : new int[] {390, 1440}) {
      manager.width(width);
      manager.awaitThat(
          "no sideways scrolling",
          "return document.documentElement.scrollWidth <= window.innerWidth + 1");
      assertThat(manager.barriers("body")).isEmpty();
      manager.picture("escalations-" + width);
    }
  }

  private void findsWhatIsStuck(Browser manager, String number) {
    manager.awaitText(STUCK + " tr", number);
    manager.awaitText(STUCK + " li", "A step failed");
    manager.awaitText(STUCK + " li", "Prioritise · Incident lifecycle");
    manager.awaitText(STUCK + " li", "A decision table gives no answer");
    manager.awaitText("svg.baton-diagram .baton-d-failed-text", "! 1");
    manager.picture("cockpit-board-stuck");
  }

  private void mendsTheStep(Browser manager, String number) {
    manager.open(
        "/camunda/app/cockpit/default/#/process-instance/" + instanceOf(number) + "/runtime");
    manager.awaitText(".baton-board-failure h3", "Prioritise");
    manager.awaitText(".baton-board-failure", "Ask the process owner");
    manager.awaitText(".baton-board-tab", "The scales in the post room show nothing");
    manager.awaitText(".baton-board-panel", "Harcourt Vane");
    manager.picture("cockpit-incident-tab");
    assertThat(manager.barriers(".baton-board-tab")).isEmpty();
    manager.click(".baton-board-act", "Retry");
    manager.awaitText(".baton-board-tab", "Nothing has failed.");
    assertThat(JsonPath.<String>read(get("/api/v1/incidents/" + number, MANAGER), "$.status"))
        .isEqualTo("ASSIGNED");
  }

  private String reported(String subject) {
    return JsonPath.read(
        post(
            "/api/v1/incidents",
            "agent",
            "application/json",
            """
            {"client": "harcourt-vane", "requester": {"name": "Nell Archer"}, "channel": "PHONE",
             "subject": "%s", "impact": "LOW", "urgency": "HIGH"}
            """
                .formatted(subject)),
        "$.number");
  }

  private String instanceOf(String number) {
    return JsonPath.read(
        get(
            "/engine-rest/process-instance?processDefinitionKey=incident-lifecycle&businessKey="
                + number,
            OWNER),
        "$[0].id");
  }

  /** All models and forms once more. */
  private void deploy(String name, BiFunction<String, String, String> change) {
    StringBuilder body = new StringBuilder();
    part(body, "deployment-name", null, name);
    for (String folder : List.of("processes", "forms")) {
      for (Path file : files(Path.of(folder))) {
        String resource = folder + "/" + file.getFileName();
        part(body, resource, resource, change.apply(resource, text(file)));
      }
    }
    body.append("--").append(BOUNDARY).append("--\r\n");
    post(
        "/engine-rest/deployment/create",
        OWNER,
        "multipart/form-data; boundary=" + BOUNDARY,
        body.toString());
  }

  private static void part(StringBuilder body, String name, String file, String content) {
    body.append("--")
        .append(BOUNDARY)
        .append("\r\n")
        .append("Content-Disposition: form-data; name=\"")
        .append(name)
        .append('"')
        .append(file == null ? "" : "; filename=\"" + file + "\"")
        .append("\r\n\r\n")
        .append(content)
        .append("\r\n");
  }

  /**
   * What the checks cannot foresee: each row answers, but with nothing. One try is enough to know
   * it.
   */
  private static String withoutPriorities(String name, String text) {
    return name.endsWith("/priority.dmn")
        ? text.replaceAll(
            "(?s)(<outputEntry[^>]*>\\s*<text>)\"P\\d\"(</text>)",
            "$1if tier = \"NONE\" then \"P1\" else null$2")
        : name.endsWith("/incident-lifecycle.bpmn") ? text.replace("R5/PT10S", "R1/PT1S") : text;
  }

  /** Brings all incidents to the live version. */
  private void migrate() {
    String planned =
        post(
            "/api/v1/flows/migrations",
            OWNER,
            "application/json",
            "{\"reason\": \"The table is mended\", \"stages\": []}");
    String migration = "/api/v1/flows/migrations/" + JsonPath.<Integer>read(planned, "$.id");
    awaitState(migration, "READY");
    post(migration + "/release", OWNER, "application/json", "{}");
    awaitState(migration, "DONE");
  }

  private void awaitState(String migration, String state) {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!JsonPath.<String>read(get(migration, OWNER), "$.state").equals(state)) {
      assertThat(System.nanoTime()).as(state).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
    }
  }

  private String get(String path, String login) {
    return desk.get(path, login);
  }

  private String post(String path, String login, String type, String body) {
    return send("POST", path, login, type, body);
  }

  private String send(String method, String path, String login, String type, String body) {
    String secret =
        Base64.getEncoder().encodeToString((login + ":baton").getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + desk.port() + path))
            .header("Authorization", "Basic " + secret)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking the desk", e);
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
