package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.incident.file.ContactFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Bob of globex asks for everything of acme's, at every address that the API's own description
 * names: an address that is new is asked for, too. And what Ada of acme gets is for the client.
 */
class ClientIsolationAttacksIT extends ApiDesk {

  private static final String SECRET = "Numbat";
  private static final String INTERNAL = "Wombat";
  private static final String WORKER = "wilhelmina";

  /** Addresses whose names are no client's: what the whole desk has in common. */
  private static final Set<String> OWN = Set.of("/api/v1/inbox/read");

  private static final List<String> NO_PAGES =
      List.of("/api/", "/error", "/v3/", "/swagger", "/sign-", "/account", "${");

  private static String number;
  private static List<Long> contactIds;
  private static List<Long> fileIds;
  private static long escalation;

  @Autowired ContactFiles files;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Autowired TransactionTemplate transactions;

  @BeforeEach
  void acmeHasSomethingOfEveryKind() {
    if (number == null) {
      workerJoins();
      ApiClient worker = agent.as(WORKER);
      number = newIncident(SECRET + " burns");
      String it = "/api/v1/incidents/" + number;
      worker.post(it + "/claim");
      contact(worker, it, "INTERNAL", INTERNAL);
      contact(worker, it, "CLIENT", SECRET + " answer");
      worker.post(
          it + "/hold",
          "{\"reason\": \"SUPPLIER\", \"until\": \"2099-01-01T00:00:00Z\", \"note\": \"%s\"}"
              .formatted(INTERNAL));
      worker.post(it + "/escalate", "{\"note\": \"%s\"}".formatted(INTERNAL));
      worker.post(it + "/declare-major", "{\"reason\": \"%s\"}".formatted(INTERNAL));
      worker.post(it + "/watchers", "{\"email\": \"numbat@acme.example\", \"name\": \"Q\"}");
      jobs.runDue();
      contactIds =
          StreamSupport.stream(worker.get(it + "/contacts").json().spliterator(), false)
              .map(contact -> contact.path("id").asLong())
              .toList();
      transactions.executeWithoutResult(
          status -> contactIds.forEach(id -> files.keep(id, file(SECRET + ".txt"))));
      fileIds =
          StreamSupport.stream(worker.get(it + "/attachments").json().spliterator(), false)
              .map(file -> file.path("id").asLong())
              .toList();
      escalation = worker.get(it + "/escalations").json().path(0).path("id").asLong();
      assertThat(contactIds).hasSizeGreaterThanOrEqualTo(3);
      assertThat(fileIds).hasSameSizeAs(contactIds);
      assertThat(escalation).isPositive();
      assertThat(worker(false))
          .as("gone, so that nobody else's story is led by her")
          .isEqualTo(200);
    }
  }

  @Test
  void nothingOfAnotherClientIsReadAtAnyAddress() {
    List<String> read = new ArrayList<>();
    for (String path : paths("get")) {
      for (String address : addresses(path)) {
        ApiClient.Answer answer = stranger.get(address);
        if (address.equals(path)) {
          assertThat(answer.status()).as(address).isIn(200, 403, 406, 422);
          assertThat(answer.body()).as(address).doesNotContain(marks());
        } else if (answer.status() == 200) {
          assertThat(answer.body()).as(address).doesNotContain(marks());
          read.add(path);
        } else {
          assertThat(answer.status()).as(address + answer.body()).isIn(403, 404, 422);
        }
      }
    }
    assertThat(read).as("addresses with a name or number that Bob may read").isEmpty();
  }

  @Test
  void noPageShowsAnythingOfAnotherClientEither() {
    List<String> pages = pages();
    assertThat(pages)
        .contains("/desk/incidents/{number}", "/desk/incidents", "/outbox")
        .contains("/desk/contacts", "/desk/contacts/{id}", "/desk/contacts/to-sort", "/desk/major")
        .contains("/desk/escalations");
    for (String path : pages) {
      for (String address : addresses(path)) {
        ApiClient.Answer answer = stranger.get(address);
        assertThat(answer.status()).as(address).isLessThan(500);
        assertThat(answer.body()).as(address).doesNotContain(SECRET, INTERNAL, WORKER, "ada@acme");
        if (path.contains("{number}")) {
          assertThat(answer.status()).as(address).isIn(302, 303, 400, 403, 404, 422);
        }
        ApiClient.Answer own = requester.get(address);
        assertThat(own.status()).as(address).isLessThan(500);
        assertThat(own.body()).as(address).doesNotContain(INTERNAL, WORKER);
      }
    }
    assertThat(stranger.get("/desk/incidents?q=" + SECRET).body()).doesNotContain(number);
    assertThat(stranger.get("/desk/incidents.csv?q=" + SECRET).body()).doesNotContain(number);
  }

  @Test
  void nothingOfAnotherClientIsWrittenOrConfirmedToBeThere() {
    for (String method : List.of("post", "put", "delete")) {
      for (String path : paths(method)) {
        for (String address : addresses(path)) {
          ApiClient.Answer answer = write(method, address);
          if (!OWN.contains(path)) {
            assertThat(answer.status())
                .as(method + " " + address + answer.body())
                .isIn(400, 401, 403, 404, 406, 415, 422);
          }
          if (path.contains("{number}")) {
            assertThat(answer.body()).as(address).doesNotContain(SECRET, INTERNAL, WORKER);
          }
        }
      }
    }
  }

  @Test
  void listsSearchesAndCountsKnowNothingOfAnotherClient() {
    for (String query :
        List.of("q=" + SECRET, "q=" + number, "q=ada", "assignee=" + WORKER, "q=INC")) {
      JsonNode found = stranger.get("/api/v1/incidents?" + query).json();
      assertThat(found.toString()).doesNotContain(marks());
    }
    assertThat(stranger.get("/api/v1/incidents?q=" + SECRET).json().path("totalItems").asInt())
        .isZero();
    assertThat(stranger.get("/api/v1/incidents?client=acme").status()).isEqualTo(422);
    assertThat(stranger.get("/api/v1/clients").body()).doesNotContain("acme");
    assertThat(stranger.get("/api/v1/inbox").body()).doesNotContain(marks());
  }

  @Test
  void theAnswerToWhatIsHiddenIsTheAnswerToWhatIsNotThere() {
    for (String path :
        List.of("", "/timeline", "/contacts", "/clocks", "/notifications", "/attachments")) {
      ApiClient.Answer hidden = stranger.get("/api/v1/incidents/" + number + path);
      ApiClient.Answer missing = stranger.get("/api/v1/incidents/INC-1999-000001" + path);
      assertThat(hidden.status()).as(path).isEqualTo(404).isEqualTo(missing.status());
      assertThat(hidden.body().replace(number, "X"))
          .isEqualTo(missing.body().replace("INC-1999-000001", "X"));
    }
  }

  @Test
  void aClientsPeopleReadTheirOwnButNeverNotesAndNamesOfTheDesk() {
    for (String path : paths("get")) {
      for (String address : addresses(path)) {
        ApiClient.Answer answer = requester.get(address);
        if (answer.status() < 400) {
          assertThat(answer.body()).as(address).doesNotContain(INTERNAL, WORKER);
        }
      }
    }
    for (String path :
        List.of("", "/timeline", "/contacts", "/clocks", "/notifications", "/attachments")) {
      assertThat(requester.get("/api/v1/incidents/" + number + path).status())
          .as(path)
          .isEqualTo(200);
    }
    assertThat(requester.get("/api/v1/incidents/" + number + "/contacts").body())
        .contains(SECRET + " answer");
  }

  @Test
  void filesOfInternalContactsAreNotThereForTheClient() {
    List<Integer> answers =
        fileIds.stream()
            .map(id -> requester.get("/api/v1/attachments/" + id).status())
            .collect(Collectors.toList());

    assertThat(answers).contains(200, 404);
    assertThat(requester.get("/api/v1/incidents/" + number + "/attachments").json())
        .hasSize((int) answers.stream().filter(status -> status == 200).count());
    assertThat(fileIds)
        .allSatisfy(
            id -> assertThat(stranger.get("/api/v1/attachments/" + id).status()).isEqualTo(404));
  }

  @Test
  void aClientsPeopleSeeNothingInTheEngine() {
    for (String path :
        List.of(
            "task",
            "process-instance",
            "history/process-instance",
            "user",
            "filter",
            "variable-instance",
            "history/user-operation",
            "process-definition",
            "deployment",
            "history/variable-instance",
            "incident",
            "job",
            "event-subscription")) {
      ApiClient.Answer answer = requester.get("/engine-rest/" + path);
      boolean isNothing =
          answer.status() == 403
              || answer.status() == 404
              || (answer.status() == 200
                  && !answer.body().contains(number)
                  && answer.json().findValues("id").stream()
                      .allMatch(id -> id.asText().equals("ada")));
      assertThat(isNothing).as(path + ": " + answer.status() + " " + answer.body()).isTrue();
    }
  }

  private String[] marks() {
    return new String[] {number, SECRET, INTERNAL, WORKER, "ada@acme", "The acme"};
  }

  private List<String> paths(String method) {
    JsonNode paths = agent.get("/v3/api-docs").json().path("paths");
    List<String> found = new ArrayList<>();
    paths
        .fieldNames()
        .forEachRemaining(
            path -> {
              if (paths.path(path).has(method)) {
                found.add(path);
              }
            });
    assertThat(found).isNotEmpty();
    return found;
  }

  /** Every address that is served beside the API. */
  private List<String> pages() {
    return mappings.getHandlerMethods().keySet().stream()
        .filter(
            mapping ->
                mapping.getMethodsCondition().getMethods().isEmpty()
                    || mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .flatMap(mapping -> mapping.getPatternValues().stream())
        .filter(path -> NO_PAGES.stream().noneMatch(path::startsWith))
        .distinct()
        .sorted()
        .toList();
  }

  /** The address with acme's names and numbers in it; several where there are several. */
  private List<String> addresses(String path) {
    String named = path;
    Map<String, String> names =
        Map.ofEntries(
            Map.entry("number", number),
            Map.entry("login", WORKER),
            Map.entry("email", "ada@acme.example"),
            Map.entry("service", "vpn"),
            Map.entry("event", "RECEIVED"),
            Map.entry("language", "en"),
            Map.entry("version", "1"),
            Map.entry("child", number),
            Map.entry("action", "1"),
            Map.entry("name", "standard"),
            Map.entry("source", "prometheus"),
            Map.entry("code", path.contains("/clients/") ? "acme" : "service-desk"));
    for (Map.Entry<String, String> name : names.entrySet()) {
      named = named.replace("{" + name.getKey() + "}", name.getValue());
    }
    List<Long> ids =
        path.contains("/attachments/")
            ? fileIds
            : path.contains("/contacts/") || path.contains("/messages/")
                ? contactIds
                : path.contains("/escalations/") ? List.of(escalation) : ids();
    String address = named;
    return address.contains("{")
        ? ids.stream().map(id -> address.replaceAll("\\{[^}]*}", String.valueOf(id))).toList()
        : List.of(address);
  }

  private static List<Long> ids() {
    return IntStream.rangeClosed(1, 3).mapToObj(Long::valueOf).toList();
  }

  private ApiClient.Answer write(String method, String address) {
    return switch (method) {
      case "post" -> stranger.post(address, "{}");
      case "put" -> stranger.put(address, "{}");
      default -> stranger.delete(address);
    };
  }

  private static void contact(ApiClient worker, String it, String visibility, String body) {
    assertThat(
            worker
                .post(
                    it + "/contacts",
                    """
                    {"direction": "OUT", "channel": "CHAT", "body": "%s", "visibility": "%s"}
                    """
                        .formatted(body, visibility))
                .status())
        .isEqualTo(201);
  }

  private static ContactFiles.NewFile file(String name) {
    byte[] content = SECRET.getBytes(StandardCharsets.UTF_8);
    return new ContactFiles.NewFile(
        name, "text/plain", content.length, "0".repeat(64), null, content);
  }

  private void workerJoins() {
    assertThat(worker(true)).isEqualTo(201);
  }

  private int worker(boolean active) {
    return agent
        .as("admin")
        .put(
            "/api/v1/agents/" + WORKER,
            """
            {"name": "%s", "email": "%s@desk.example", "roles": ["team-lead"],
             "teams": ["service-desk"], "zone": "UTC", "language": "en",
             "active": %s, "password": "%s"}
            """
                .formatted(WORKER.toUpperCase(Locale.ROOT), WORKER, active, PASSWORD))
        .status();
  }
}
