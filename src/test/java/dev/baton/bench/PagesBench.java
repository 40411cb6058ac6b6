package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.baton.intake.mail.IncomingMails;
import dev.baton.intake.mail.ReceivedMail;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.DoubleStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How fast every page, every address of the API that reads and every list of Tasklist answers with
 * many incidents stored: {@code -Dbench.stored}, by default 100,000. Two readers at a time, each
 * path so many times.
 */
@Tag("bench")
class PagesBench {

  private static final int STORED = Integer.getInteger("bench.stored", 100_000);
  private static final int SEEDS = Integer.getInteger("bench.seeds", 2_000);

  /** False leaves the API's addresses out and measures the pages and lists alone. */
  private static final boolean WITH_API =
      Boolean.parseBoolean(System.getProperty("bench.api", "true"));

  private static final int READERS = 2;
  private static final int CALLS = 30;
  private static final int WARM_UP = 4;

  private static final List<String> PAGES =
      List.of(
          "/sign-in",
          "/account",
          "/outbox",
          "/desk/incidents",
          "/desk/incidents?q=printer+password",
          "/desk/incidents?q=printer&status=all",
          "/desk/incidents?status=ASSIGNED&sort=priority",
          "/desk/incidents?client=bench&page=20",
          "/desk/contacts",
          "/desk/contacts?q=printer",
          "/desk/contacts?channel=PHONE&direction=IN&client=bench",
          "/desk/contacts/to-sort",
          "/desk/major",
          "/desk/major/{number}",
          "/desk/incidents/{number}",
          "/desk/incidents/{number}/panel",
          "/desk/incidents/{number}/news",
          "/desk/incidents/{number}/around",
          "/desk/incidents/{number}/templates",
          "/desk/incidents/{number}/macros",
          "/desk/incidents/candidates?q=printer",
          "/desk/templates",
          "/desk/macros",
          "/desk/incidents.csv?q=printer+password",
          "/desk/calls/new",
          "/desk/calls/open?client=bench",
          "/desk/escalations",
          "/desk/escalations?view=ended",
          "/desk/incidents?state=late",
          "/desk/people",
          "/desk/people/week?team=service-desk",
          "/desk/people/month?team=service-desk",
          "/desk/people/day?team=service-desk&login=agent",
          "/desk/admin",
          "/desk/admin/clients",
          "/desk/admin/requesters?q=person",
          "/desk/admin/agents",
          "/desk/admin/audit",
          "/desk/admin/calendars",
          "/desk/admin/calendars/around-the-clock",
          "/desk/admin/agreements",
          "/desk/admin/agreements/bench",
          "/desk/admin/agreements/precedence?client=bench",
          "/desk/admin/setup",
          "/desk/admin/services",
          "/desk/admin/teams",
          "/desk/admin/desk",
          "/desk/admin/mail-server",
          "/desk/admin/mailboxes",
          "/desk/admin/events",
          "/desk/admin/messages?of=bench",
          "/desk/admin/categories",
          "/desk/admin/plan",
          "/api/v1/incidents?q=printer+password",
          "/api/v1/incidents?q=nothing-has-these-words",
          "/api/v1/incidents?page=1000",
          "/api/v1/incidents?status=CLOSED&sort=priority",
          "/api/v1/incidents?client=bench&sort=subject",
          "/api/v1/board?client=bench&team=service-desk",
          "/api/v1/board?priority=P3");

  private static final String MAIL =
      """
      From: Person One <person1@bench.example>
      To: desk@bench.example
      Subject: A file
      Message-ID: <file@bench.example>
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=cut

      --cut
      Content-Type: text/plain

      See the file.
      --cut
      Content-Type: text/plain; name=list.txt
      Content-Disposition: attachment; filename=list.txt

      One, two, three.
      --cut--
      """
          .replace("\n", "\r\n");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final ObjectMapper json = new ObjectMapper();
  private String base;
  private List<String> numbers;
  private Map<String, String> known;

  @Test
  void everyPageAnswersSoon() throws Exception {
    try (BenchDesk desk = BenchDesk.open().promising()) {
      base = "http://127.0.0.1:" + desk.port();
      JdbcTemplate database = desk.bean(JdbcTemplate.class);
      takeIn(desk.api(), database);
      known = oneOfEach(desk, database);
      numbers = database.queryForList("select number from incident limit 500", String.class);
      List<String> paths = paths();
      new ManyIncidents(database, desk.bean(TransactionTemplate.class)).copy(STORED / SEEDS - 1);
      numbers =
          database.queryForList(
              "select number from incident order by rand() limit 500", String.class);
      allIsDone(database);
      measure(paths, database.queryForObject("select count(*) from incident", Long.class));
    }
  }

  private void takeIn(Api api, JdbcTemplate database) throws Exception {
    for (int n = 0; n < SEEDS; n++) {
      assertThat(api.post("/incidents", BenchDesk.report(n)).statusCode()).isEqualTo(201);
    }
    Awaitility.await()
        .atMost(Duration.ofMinutes(30))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () ->
                database.queryForObject(
                        "select count(*) from incident where status = 'RECEIVED'", Long.class)
                    == 0);
  }

  /** Nothing is left that is due, such as messages to be sent: they are not what is measured. */
  private static void allIsDone(JdbcTemplate database) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(30))
        .pollInterval(Duration.ofSeconds(5))
        .until(
            () ->
                database.queryForObject(
                        """
                        select count(*) from ACT_RU_JOB where RETRIES_ > 0
                        and (DUEDATE_ is null or DUEDATE_ <= utc_timestamp(3))
                        and HANDLER_TYPE_ <> 'history-cleanup'
                        """,
                        Long.class)
                    == 0);
  }

  /** One thing of each kind that a path names, and what it is called there. */
  private Map<String, String> oneOfEach(BenchDesk desk, JdbcTemplate database) throws Exception {
    String one = database.queryForObject("select max(number) from incident", String.class);
    done(desk.api().post("/incidents/" + one + "/escalate", "{\"note\": \"Help\"}"));
    done(desk.api().post("/incidents/" + one + "/declare-major", "{\"reason\": \"All are down\"}"));
    done(put("/api/v1/clients/bench/services/mail", "{\"name\": \"Mail\"}"));
    done(
        put(
            "/api/v1/webhooks/bench",
            """
            {"url": "https://chat.bench.example/hook", "secret": "0123456789abcdef",
             "shape": "BATON", "active": false}
            """));
    ReceivedMail.store(
        desk.bean(IncomingMails.class), database, MAIL.getBytes(StandardCharsets.US_ASCII));
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> database.queryForObject("select count(*) from contact_file", Long.class) > 0);
    String mail = first(database, "select contact_id from contact_file");
    String file = first(database, "select id from contact_file");
    String escalation = first(database, "select id from escalation");
    return Map.ofEntries(
        Map.entry("/api/v1/notification-events/{code}", "/api/v1/notification-events/RECEIVED"),
        Map.entry("/api/v1/teams/{code}", "/api/v1/teams/service-desk"),
        Map.entry("/desk/major/{number}", "/desk/major/" + one),
        Map.entry("/api/v1/major-incidents/{number}", "/api/v1/major-incidents/" + one),
        Map.entry("/api/v1/calendars/{name}", "/api/v1/calendars/around-the-clock"),
        Map.entry("/api/v1/agreements/{name}", "/api/v1/agreements/bench"),
        Map.entry("/api/v1/agreements/precedence", "/api/v1/agreements/precedence?client=bench"),
        Map.entry("/api/v1/duty", "/api/v1/duty?team=service-desk"),
        Map.entry("/api/v1/audit/export", "/api/v1/audit/export?kind=SETTINGS_CHANGED"),
        Map.entry("/api/v1/escalations/{id}", "/api/v1/escalations/" + escalation),
        Map.entry("/api/v1/contacts/{id}", "/api/v1/contacts/" + mail),
        Map.entry("/api/v1/attachments/{id}", "/api/v1/attachments/" + file));
  }

  private static String first(JdbcTemplate database, String select) {
    return database.queryForObject(select + " limit 1", String.class);
  }

  private static void done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }

  private void measure(List<String> paths, long stored) throws Exception {
    Map<String, Double> slow = new TreeMap<>();
    for (String path : paths) {
      slow.put(path, p95(path));
    }
    slow.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(entry -> System.out.printf("%7.1f ms  %s%n", entry.getValue(), entry.getKey()));
    Files.createDirectories(Path.of("target"));
    Files.writeString(
        Path.of("target", "bench-pages.json"),
        json.enable(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(Map.of("stored", stored, "p95 in milliseconds", slow)));
  }

  /** All that the API's own document lists for reading, the pages and the lists of Tasklist. */
  private List<String> paths() throws Exception {
    List<String> paths = new ArrayList<>(PAGES);
    JsonNode document = json.readTree(get("/v3/api-docs").body()).path("paths");
    Iterator<Map.Entry<String, JsonNode>> all = document.fields();
    while (all.hasNext()) {
      Map.Entry<String, JsonNode> path = all.next();
      if (WITH_API && path.getValue().has("get")) {
        paths.add(path.getKey());
      }
    }
    for (JsonNode list : json.readTree(get("/engine-rest/filter?resourceType=Task").body())) {
      paths.add(
          "/engine-rest/filter/%s/list?maxResults=15#%s"
              .formatted(list.path("id").asText(), list.path("name").asText().replace(' ', '-')));
    }
    List<String> filled = paths.stream().map(this::filled).distinct().toList();
    for (String path : filled) {
      assertThat(path).doesNotContain("{");
      assertThat(get(path).statusCode()).as(path).isEqualTo(200);
    }
    return filled;
  }

  /** With what is known by the beginning of the path; any number is drawn for each call. */
  private String filled(String path) {
    String whole = path;
    for (Map.Entry<String, String> one : known.entrySet()) {
      if (path.startsWith(one.getKey())) {
        whole = one.getValue() + path.substring(one.getKey().length());
      }
    }
    return whole
        .replace("{number}", "~")
        .replace("{client}", "bench")
        .replace("{code}", "bench")
        .replace("{login}", "bench")
        .replace("{service}", "mail")
        .replace("{email}", "person1@bench.example")
        .replace("{version}", "1")
        .replace("{event}", "RECEIVED")
        .replace("{language}", "en");
  }

  private HttpResponse<String> get(String path) throws Exception {
    String number = numbers.get(ThreadLocalRandom.current().nextInt(numbers.size()));
    return http.send(
        HttpRequest.newBuilder(URI.create(base + path.replace("~", number)))
            .header("Authorization", "Basic " + credentials())
            .header("Accept", path.startsWith("/api/") ? "application/json, */*;q=0.5" : "*/*")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> put(String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", "Basic " + credentials())
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String credentials() {
    return Base64.getEncoder()
        .encodeToString("admin:Correct-horse-26".getBytes(StandardCharsets.UTF_8));
  }

  private double p95(String path) throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      get(path);
    }
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      Callable<double[]> reading =
          () -> {
            double[] millis = new double[CALLS];
            for (int i = 0; i < CALLS; i++) {
              long begun = System.nanoTime();
              get(path);
              millis[i] = (System.nanoTime() - begun) / 1e6;
            }
            return millis;
          };
      DoubleStream all = DoubleStream.empty();
      for (Future<double[]> one : readers.invokeAll(Collections.nCopies(READERS, reading))) {
        all = DoubleStream.concat(all, Arrays.stream(one.get()));
      }
      double[] sorted = all.sorted().toArray();
      return sorted[(int) (sorted.length * 0.95)];
    } finally {
      readers.shutdown();
    }
  }
}
