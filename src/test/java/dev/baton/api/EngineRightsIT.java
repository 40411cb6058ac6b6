package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same matrix on the other side: whoever goes past the desk to the engine meets it there. */
class EngineRightsIT extends ApiDesk {

  private static final String NOBODY = "nobody";
  private static final String ENGINE = "/engine-rest";

  private static String task;
  private static String instance;

  private final Map<String, Function<ApiClient, ApiClient.Answer>> requests =
      Map.ofEntries(
          Map.entry("see-tasklist", who -> application(who, "tasklist")),
          Map.entry("see-cockpit", who -> application(who, "cockpit")),
          Map.entry("see-admin", who -> application(who, "admin")),
          Map.entry(
              "start",
              who -> who.post(ENGINE + "/process-definition/key/incident-lifecycle/start", "{}")),
          Map.entry(
              "claim",
              who ->
                  who.post(
                      ENGINE + "/task/" + task + "/claim",
                      "{\"userId\": \"%s\"}".formatted(who.login()))),
          Map.entry("complete", who -> who.post(ENGINE + "/task/" + task + "/complete", "{}")),
          Map.entry("make-filter", EngineRightsIT::filter),
          Map.entry(
              "change-variable",
              who ->
                  who.put(
                      ENGINE + "/process-instance/" + instance + "/variables/outcome",
                      "{\"value\": \"none\"}")),
          Map.entry("cancel", this::cancel),
          Map.entry(
              "cancel-many",
              who ->
                  who.post(
                      ENGINE + "/process-instance/delete",
                      "{\"processInstanceIds\": [\"none\"], \"deleteReason\": \"x\"}")),
          Map.entry(
              "deploy", who -> Deployments.deploy(who, "engine-rights.form", "{\"id\": \"er\"}")),
          Map.entry(
              "try-decision",
              who ->
                  who.post(
                      ENGINE + "/decision-definition/key/priority/evaluate",
                      "{\"variables\": {\"impact\": {\"value\": \"HIGH\"}}}")),
          Map.entry(
              "make-user",
              who ->
                  who.post(
                      ENGINE + "/user/create",
                      """
                      {"profile": {"id": "by-%s", "firstName": "A", "lastName": "B"},
                       "credentials": {"password": "Only-4-tests!"}}
                      """
                          .formatted(who.login()))),
          Map.entry(
              "grant",
              who ->
                  who.post(
                      ENGINE + "/authorization/create",
                      """
                      {"type": 1, "permissions": ["READ"], "userId": "%s",
                       "resourceType": 8, "resourceId": "*"}
                      """
                          .formatted(who.login()))));

  static List<RightsTable.Cell<String>> cells() throws IOException {
    return RightsTable.cells("engine-rights.csv", Function.identity(), Function.identity());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void everyCellHolds(RightsTable.Cell<String> cell) {
    if (task == null) {
      String number = newIncident("In the engine");
      task = ofEngine("/task?processInstanceBusinessKey=" + number);
      instance = ofEngine("/process-instance?businessKey=" + number);
    }
    ApiClient somebody =
        switch (cell.role()) {
          case NOBODY -> nobody();
          case "requester" -> requester;
          default -> agent.as(cell.role());
        };

    ApiClient.Answer answer = requests.get(cell.what()).apply(somebody);

    if (cell.allowed()) {
      assertThat(answer.status()).as(answer.body()).isNotIn(401, 403, 404);
      assertThat(answer.body()).doesNotContain("\"authorized\":false", "AuthorizationException");
    } else if (cell.role().equals(NOBODY)) {
      assertThat(answer.status()).isEqualTo(401);
    } else {
      boolean isRefused =
          answer.status() == 403
              || answer.body().contains("\"authorized\":false")
              || answer.body().contains("AuthorizationException");
      assertThat(isRefused).as(answer.status() + " " + answer.body()).isTrue();
    }
  }

  private String ofEngine(String query) {
    return agent.get(ENGINE + query).json().path(0).path("id").asText();
  }

  /** What the engine's applications ask before they let somebody in. */
  private static ApiClient.Answer application(ApiClient who, String name) {
    return who.get(
        ENGINE
            + "/authorization/check?permissionName=ACCESS&resourceName=application"
            + "&resourceType=0&resourceId="
            + name);
  }

  private static ApiClient.Answer filter(ApiClient who) {
    ApiClient.Answer made =
        who.post(
            ENGINE + "/filter/create",
            "{\"resourceType\": \"Task\", \"name\": \"Of %s\", \"query\": {}, \"properties\": {}}"
                .formatted(who.login()));
    if (made.status() == 200) {
      who.delete(ENGINE + "/filter/" + made.text("id"));
    }
    return made;
  }

  private ApiClient.Answer cancel(ApiClient who) {
    String number = newIncident("To be cancelled in the engine");
    return who.delete(
        ENGINE + "/process-instance/" + ofEngine("/process-instance?businessKey=" + number));
  }
}
