package dev.baton.api;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.access.Permission;
import dev.baton.access.RolePermissions;
import dev.baton.staff.Role;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix of roles and acts as it is written in rights.csv: each cell is a request. */
class RightsMatrixIT extends ApiDesk {

  private static final String NOBODY = "nobody";

  private static final String TOKEN = "token-";
  private static final Map<String, String> TOKENS = new HashMap<>();

  private static String incident;

  private final Map<Permission, Function<ApiClient, ApiClient.Answer>> requests = requests();

  static List<RightsTable.Cell<Permission>> cells() throws IOException {
    return RightsTable.cells("rights.csv", Permission::valueOf, Permission::words);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void everyCellHolds(RightsTable.Cell<Permission> cell) {
    if (!cell.role().startsWith(TOKEN)) {
      assertThat(RolePermissions.of(cell.role()).contains(cell.what())).isEqualTo(cell.allowed());
    }
    if (incident == null) {
      incident = newIncident("Rights");
    }
    ApiClient somebody = somebody(cell.role());

    ApiClient.Answer answer = requests.get(cell.what()).apply(somebody);

    if (cell.allowed()) {
      assertThat(answer.status()).as(answer.body()).isNotIn(401, 403).isLessThan(500);
    } else {
      assertThat(answer.status())
          .as(answer.body())
          .isEqualTo(cell.role().equals(NOBODY) ? 401 : 403);
    }
  }

  private ApiClient somebody(String role) {
    if (role.startsWith(TOKEN)) {
      return nobody().withToken(TOKENS.computeIfAbsent(role, this::token));
    }
    return switch (role) {
      case NOBODY -> nobody();
      case RolePermissions.REQUESTER -> requester;
      default -> agent.as(role);
    };
  }

  /** A token of an administrator, for what the name of the column says. */
  private String token(String role) {
    ApiClient.Answer made =
        agent
            .as("admin")
            .post(
                "/api/v1/tokens",
                "{\"name\": \"%s\", \"scopes\": [\"%s\"], \"days\": 1}"
                    .formatted(role, role.substring(TOKEN.length())));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.text("token");
  }

  @Test
  void theTableKnowsEveryActAndEveryRole() throws IOException {
    assertThat(
            cells().stream()
                .map(RightsTable.Cell::what)
                .collect(toCollection(() -> EnumSet.noneOf(Permission.class))))
        .isEqualTo(EnumSet.allOf(Permission.class));
    assertThat(requests.keySet()).isEqualTo(EnumSet.allOf(Permission.class));
    assertThat(cells().stream().map(RightsTable.Cell::role).distinct())
        .contains(Arrays.stream(Role.values()).map(Role::group).toArray(String[]::new))
        .contains(RolePermissions.REQUESTER, NOBODY);
  }

  @Test
  void theGuideShowsTheSameTable() throws IOException {
    String guide = Files.readString(Path.of("src/docs/rights.md"), StandardCharsets.UTF_8);
    List<String> rows =
        guide
            .lines()
            .filter(line -> line.startsWith("| "))
            .map(line -> line.replace(" ", ""))
            .toList();
    for (Permission act : Permission.values()) {
      String row =
          cells().stream()
              .filter(cell -> cell.what() == act && !cell.role().equals(NOBODY))
              .map(cell -> cell.allowed() ? "✓" : "")
              .reduce("|" + act.words().replace(" ", "") + "|", (line, cell) -> line + cell + "|");
      assertThat(rows).as(act.name()).contains(row);
    }
  }

  private static Map<Permission, Function<ApiClient, ApiClient.Answer>> requests() {
    Map<Permission, Function<ApiClient, ApiClient.Answer>> requests =
        new EnumMap<>(Permission.class);
    requests.put(Permission.READ, who -> who.get(number("")));
    requests.put(Permission.REPORT, who -> who.post("/api/v1/incidents", report("By right")));
    requests.put(
        Permission.ADD_CONTACT,
        who -> who.post(number("/contacts"), "{\"channel\": \"WEB\", \"body\": \"Hello\"}"));
    requests.put(Permission.CONFIRM, who -> who.post(number("/confirm")));
    requests.put(Permission.REOPEN, who -> who.post(number("/reopen"), "{}"));
    requests.put(
        Permission.REPRIORITISE,
        who -> who.post(number("/reprioritise"), "{\"impact\": \"LOW\", \"urgency\": \"LOW\"}"));
    requests.put(Permission.WORK, who -> who.post(number("/release")));
    requests.put(Permission.READ_ESCALATIONS, who -> who.get("/api/v1/escalations"));
    requests.put(
        Permission.ANSWER_ESCALATIONS, who -> who.post("/api/v1/escalations/999999/acknowledge"));
    requests.put(Permission.LOG_CONTACT, who -> who.post("/api/v1/contacts/999999/dismiss"));
    requests.put(Permission.READ_CONTACT_LOG, who -> who.get("/api/v1/contacts"));
    requests.put(Permission.READ_CLIENTS, who -> who.get("/api/v1/clients"));
    requests.put(Permission.READ_STAFF, who -> who.get("/api/v1/agents"));
    requests.put(Permission.KEEP_ROTA, who -> who.delete("/api/v1/post-deputies/999999"));
    requests.put(Permission.READ_AGREEMENTS, who -> who.get("/api/v1/agreements"));
    requests.put(Permission.PUBLISH_AGREEMENTS, RightsMatrixIT::publish);
    requests.put(
        Permission.REGISTER_REQUESTERS,
        who -> who.put("/api/v1/clients/acme/requesters/new@acme.example", "{\"name\": \"New\"}"));
    requests.put(Permission.KEEP_WORDS, who -> who.get("/api/v1/clients/acme/messages"));
    requests.put(Permission.READ_BOARD, who -> who.get("/api/v1/board"));
    requests.put(Permission.EXPORT, who -> who.get("/desk/incidents.csv"));
    requests.put(Permission.KEEP_TOKENS, who -> who.get("/api/v1/tokens?login=bob"));
    requests.put(Permission.READ_AUDIT, who -> who.get("/api/v1/audit"));
    requests.put(Permission.MEND, who -> who.post(number("/troubles/no-such-job/retry")));
    requests.put(Permission.CHECK_FLOWS, who -> who.get("/api/v1/flows/check"));
    requests.put(Permission.DEPLOY, RightsMatrixIT::deploy);
    requests.put(
        Permission.ADMINISTER,
        who -> who.put("/api/v1/teams/of-rights", "{\"name\": \"Of rights\"}"));
    return requests;
  }

  private static String number(String act) {
    return "/api/v1/incidents/" + incident + act;
  }

  private static ApiClient.Answer publish(ApiClient who) {
    return who.send(
        who.request("/api/v1/agreements/document")
            .POST(HttpRequest.BodyPublishers.ofString("agreements: []"))
            .setHeader("Content-Type", "application/yaml"));
  }

  private static ApiClient.Answer deploy(ApiClient who) {
    return Deployments.deploy(
        who, "rights.form", "{\"id\": \"rights\", \"components\": [], \"type\": \"default\"}");
  }
}
