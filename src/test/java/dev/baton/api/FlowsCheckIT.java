package dev.baton.api;

import static dev.baton.api.ShippedFiles.replaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.client.RequesterView;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a process owner learns before deploying, from the page and from the API. */
class FlowsCheckIT extends ApiDesk {

  private static final String API = "/api/v1/flows/check";
  private static final String PAGE = "/desk/flows/check";
  private static final String LIFECYCLE = "incident-lifecycle.bpmn";
  private static final String BOUNDARY = "----baton";

  private static final String SATISFIED =
      "{\"type\": \"checkbox\", \"key\": \"satisfied\", \"label\": \"Satisfied\","
          + " \"properties\": {\"baton.label.de\": \"Zufrieden\"}}";

  private ApiClient owner() {
    return agent.as("process-owner");
  }

  private static ApiClient.Answer check(ApiClient who, String path, Map<String, String> files) {
    return check(who, path, files, "en");
  }

  private static ApiClient.Answer check(
      ApiClient who, String path, Map<String, String> files, String language) {
    StringBuilder parts = new StringBuilder();
    files.forEach(
        (name, content) ->
            parts
                .append("--%s\r\nContent-Disposition: form-data; name=\"file\"".formatted(BOUNDARY))
                .append("; filename=\"%s\"\r\nContent-Type: text/xml\r\n\r\n".formatted(name))
                .append(content)
                .append("\r\n"));
    return who.send(
        who.request(path)
            .setHeader("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .setHeader("X-BATON-CSRF", "any")
            .setHeader("Accept-Language", language)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    parts + "--%s--\r\n".formatted(BOUNDARY), StandardCharsets.UTF_8)));
  }

  private static String withoutTheFormOfFirstLine() {
    return replaced(
        ShippedFiles.text(LIFECYCLE),
        "formRef=\"resolve-at-first-line\"",
        "formRef=\"resolve-at-line-one\"");
  }

  private static int deployments(ApiClient who) {
    return who.get("/engine-rest/deployment/count").json().get("count").asInt();
  }

  // API

  @Test
  void theShippedFlowCanBeDeployed() {
    JsonNode answer = check(owner(), API, Map.of(LIFECYCLE, ShippedFiles.text(LIFECYCLE))).json();

    assertThat(answer.get("deployable").asBoolean()).as(answer.toPrettyString()).isTrue();
    assertThat(answer.get("errors").asInt()).isZero();
    assertThat(answer.get("notChecked")).isEmpty();
  }

  @Test
  void anErrorNamesTheElementWhatFollowsAndWhatToDoAndNothingIsDeployed() {
    int before = deployments(owner());

    ApiClient.Answer answer = check(owner(), API, Map.of(LIFECYCLE, withoutTheFormOfFirstLine()));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().get("deployable").asBoolean()).isFalse();
    assertThat(answer.json().get("errors").asInt()).isEqualTo(1);
    JsonNode remark = answer.json().get("remarks").get(0);
    assertThat(remark.get("severity").asText()).isEqualTo("ERROR");
    assertThat(remark.get("file").asText()).isEqualTo(LIFECYCLE);
    assertThat(remark.get("element").asText()).isEqualTo("resolveAtFirstLine");
    assertThat(remark.get("label").asText()).isEqualTo("Resolve at first line");
    assertThat(remark.get("problem").asText()).contains("resolve-at-line-one");
    assertThat(remark.get("remedy").asText()).contains("Deploy a form with this id");
    assertThat(deployments(owner())).isEqualTo(before);
  }

  @Test
  void aFileMayNeedAnotherThatIsSentWithIt() {
    JsonNode answer =
        check(
                owner(),
                API,
                Map.of(
                    LIFECYCLE,
                    withoutTheFormOfFirstLine(),
                    "resolve-at-line-one.form",
                    ShippedFiles.text("resolve-at-first-line.form")
                        .replace(
                            "\"id\": \"resolve-at-first-line\"",
                            "\"id\": \"resolve-at-line-one\"")))
            .json();

    assertThat(answer.get("deployable").asBoolean()).as(answer.toPrettyString()).isTrue();
  }

  @Test
  void whatAModelMustNotContainIsSaidWithItsElement() {
    String flow = ShippedFiles.text(LIFECYCLE).replace("${linkDuplicate}", "${linkDuplicates}");

    JsonNode remark = check(owner(), API, Map.of(LIFECYCLE, flow)).json().get("remarks").get(0);

    assertThat(remark.get("label").asText()).isEqualTo("Link the duplicate");
    assertThat(remark.get("problem").asText()).contains("not a building block");
  }

  @Test
  void whatOnlyTheEngineFindsIsSaidAsWell() {
    String flow =
        ShippedFiles.text(LIFECYCLE)
            .replaceFirst("attachedToRef=\"waitOnHold\"", "attachedToRef=\"isMajor\"");

    JsonNode answer = check(owner(), API, Map.of(LIFECYCLE, flow)).json();

    assertThat(answer.get("deployable").asBoolean()).as(answer.toPrettyString()).isFalse();
  }

  @Test
  void aFileThatCannotBeReadIsAnError() {
    String half = ShippedFiles.text(LIFECYCLE).substring(0, 5000);

    JsonNode answer = check(owner(), API, Map.of(LIFECYCLE, half, "notes.txt", "Hello")).json();

    assertThat(answer.get("errors").asInt()).isEqualTo(2);
    assertThat(answer.toString()).contains("cannot be read", "notes.txt");
  }

  @Test
  void theLiveReleaseIsCheckedToo() {
    JsonNode answer = owner().get(API).json();

    assertThat(answer.get("errors").asInt()).as(answer.toPrettyString()).isZero();
  }

  @Test
  void filesAreNeededAndMayNotBeTooLarge() {
    assertThat(check(owner(), API, Map.of()).fieldsRefused()).containsExactly("file");
    String large = "<!-- %s -->".formatted("x".repeat(3 << 20));
    assertThat(check(owner(), API, Map.of("large.bpmn", large)).fieldsRefused())
        .containsExactly("file");
    assertThat(check(owner(), API, Map.of("a.bpmn", large, "b.bpmn", large)).status())
        .isEqualTo(413);
  }

  @Test
  void onlyProcessOwnersAndManagersCheck() {
    Map<String, String> files = Map.of(LIFECYCLE, ShippedFiles.text(LIFECYCLE));
    assertThat(check(agent.as("service-desk-manager"), API, files).status()).isEqualTo(200);
    assertThat(check(agent, API, files).status()).isEqualTo(403);
    assertThat(check(requester, API, files).status()).isEqualTo(403);
    assertThat(check(agent, PAGE, files).status()).isEqualTo(403);
    assertThat(agent.get(PAGE).status()).isEqualTo(403);
    assertThat(nobody().get(API).status()).isEqualTo(401);
  }

  // Warnings

  private JsonNode remark(String file, String content) {
    JsonNode answer = check(owner(), API, Map.of(file, content)).json();
    assertThat(answer.get("remarks")).as(answer.toPrettyString()).hasSize(1);
    return answer.get("remarks").get(0);
  }

  @Test
  void aStepThatIsRemovedWhileIncidentsStandThereIsAWarningWithTheirNumber() {
    newIncident("Before the step is renamed");
    String flow =
        ShippedFiles.text(LIFECYCLE).replace("resolveAtFirstLine", "resolveAtTheServiceDesk");

    JsonNode remark = remark(LIFECYCLE, flow);

    assertThat(remark.get("severity").asText()).isEqualTo("WARNING");
    assertThat(remark.get("element").asText()).isEqualTo("resolveAtFirstLine");
    assertThat(remark.get("problem").asText())
        .containsPattern("[1-9]\\d* open tasks? stands? here")
        .contains("go on in the flow as it was before");
    assertThat(remark.get("remedy").asText()).contains("'resolveAtTheServiceDesk'");
  }

  @Test
  void aBranchThatWaitsForAnOutcomeThatNobodyCanChooseIsAWarning() {
    String flow =
        replaced(
            ShippedFiles.text(LIFECYCLE), "${outcome == 'reassign'}", "${outcome == 'handOver'}");

    JsonNode answer = check(owner(), API, Map.of(LIFECYCLE, flow)).json();

    assertThat(answer.get("warnings").asInt()).as(answer.toPrettyString()).isEqualTo(1);
    assertThat(answer.get("remarks").findValuesAsText("problem"))
        .contains(
            "The branch to \"Hand to the new team\" waits for 'handOver', which no form before it"
                + " offers.");
  }

  @Test
  void aVariableThatNothingSetsIsAnError() {
    String flow = replaced(ShippedFiles.text(LIFECYCLE), "${atSecondLine}", "${atSecondLime}");

    JsonNode remark = remark(LIFECYCLE, flow);

    assertThat(remark.get("severity").asText()).isEqualTo("ERROR");
    assertThat(remark.get("problem").asText()).contains("atSecondLime", "nothing sets it");
    assertThat(remark.get("remedy").asText()).contains("atSecondLine");
  }

  @Test
  void aVariableThatIsOnlySetLaterIsAWarning() {
    String form =
        ShippedFiles.text("confirm-resolution.form")
            .replaceFirst("\"components\": \\[", "\"components\": [" + SATISFIED + ",");
    String flow =
        ShippedFiles.text(LIFECYCLE)
            .replaceFirst(
                "(?s)(id=\"isMajorToDeclareMajor\".*?<bpmn:conditionExpression[^>]*>\\$\\{)",
                "$1satisfied || ");

    JsonNode answer =
        check(owner(), API, Map.of(LIFECYCLE, flow, "confirm-resolution.form", form)).json();

    assertThat(answer.get("remarks")).as(answer.toPrettyString()).hasSize(1);
    JsonNode remark = answer.get("remarks").get(0);
    assertThat(remark.get("severity").asText()).isEqualTo("WARNING");
    assertThat(remark.get("problem").asText())
        .contains("satisfied", "only set later", "Confirm resolution");
  }

  @Test
  void aConfirmationWithoutATimerIsAWarning() {
    String flow =
        ShippedFiles.text(LIFECYCLE)
            .replace("attachedToRef=\"confirmResolution\"", "attachedToRef=\"waitOnHold\"");

    JsonNode answer = check(owner(), API, Map.of(LIFECYCLE, flow)).json();

    assertThat(answer.toString()).contains("the requester never answers", "confirmResolution");
  }

  @Test
  void twoTasksWithOneLabelAreAWarning() {
    String flow =
        replaced(
            ShippedFiles.text(LIFECYCLE),
            "name=\"Resolve at second line\"",
            "name=\"Resolve at first line\"");

    JsonNode remark = remark(LIFECYCLE, flow);

    assertThat(remark.get("severity").asText()).isEqualTo("WARNING");
    assertThat(remark.get("problem").asText()).contains("has the same label");
  }

  @Test
  void aChangedTableSaysHowManyIncidentsWouldComeOutDifferently() {
    long acme = clients.find("acme").orElseThrow().id();
    clients.register(new RequesterView(0, acme, "Vera", "vera@acme.example", null, true, null));
    for (int i = 0; i < 3; i++) {
      String vera =
          report("Of a VIP " + i)
              .replace("Ada", "Vera")
              .replace("ada@", "vera@")
              .replace("\"urgency\": \"HIGH\"", "\"urgency\": \"MEDIUM\"");
      assertThat(agent.post("/api/v1/incidents", vera).status()).isEqualTo(201);
    }
    String table = ShippedFiles.text("priority.dmn");
    int cell = table.indexOf("<text>\"P2\"</text>", table.indexOf("goldVipFromP3Result"));
    String changed = table.substring(0, cell) + table.substring(cell).replaceFirst("P2", "P1");

    JsonNode answer = check(owner(), API, Map.of("priority.dmn", changed)).json();

    assertThat(answer.get("deployable").asBoolean()).as(answer.toPrettyString()).isTrue();
    assertThat(answer.get("consequences").get(0).get("text").asText())
        .matches(
            "[\\d,]+ of [\\d,]+ incidents of the last 30 days would be P1 instead of P2.*VIP.*");
  }

  @Test
  void anUnchangedTableChangesNothing() {
    JsonNode answer =
        check(
                owner(),
                API,
                Map.of(
                    "priority.dmn",
                    ShippedFiles.text("priority.dmn"),
                    "routing.dmn",
                    ShippedFiles.text("routing.dmn"),
                    "major-incident-rule.dmn",
                    ShippedFiles.text("major-incident-rule.dmn")))
            .json();

    assertThat(answer.get("consequences")).as(answer.toPrettyString()).isEmpty();
  }

  // Page

  @Test
  void thePageIsFoundInTheNavigationAndSpeaksGermanToo() {
    assertThat(owner().get("/desk/incidents").body()).contains("href=\"/desk/flows\"");
    assertThat(agent.get("/desk/incidents").body()).doesNotContain("/desk/flows");

    assertThat(owner().get(PAGE).body())
        .contains("Check flows", "What is live now", "accept=\".bpmn,.dmn,.form\"");
    ApiClient.Answer german =
        owner().send(owner().request(PAGE).setHeader("Accept-Language", "de").GET());
    assertThat(german.body()).contains("Abläufe prüfen", "Was gerade gilt");
  }

  @Test
  void thePageShowsErrorsWithTheirRemedy() {
    ApiClient.Answer answer = check(owner(), PAGE, Map.of(LIFECYCLE, withoutTheFormOfFirstLine()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("A deployment of these files would be refused.", "1 error, no warnings")
        .contains("Resolve at first line", "resolveAtFirstLine", "resolve-at-line-one")
        .contains("Deploy a form with this id");
  }

  @Test
  void thePageSaysThatAllIsWell() {
    ApiClient.Answer answer = check(owner(), PAGE, Map.of(LIFECYCLE, ShippedFiles.text(LIFECYCLE)));

    assertThat(answer.body()).contains("These files can be deployed.");
  }

  @Test
  void namesOfFilesAndElementsAreShownAsTheyAre() {
    String flow =
        withoutTheFormOfFirstLine()
            .replace("Resolve at first line", "&lt;img src=x onerror=alert(1)&gt;");

    String page = check(owner(), PAGE, Map.of("<b>" + LIFECYCLE, flow)).body();

    assertThat(page).doesNotContain("<img src=x", "<b>").contains("&lt;img src=x");
  }

  // What changes

  @Test
  void thePageDrawsWhatChangesAndSaysItInWords() {
    String flow =
        replaced(
                ShippedFiles.text(LIFECYCLE),
                "name=\"Link the duplicate\"",
                "name=\"Merge the duplicate\"")
            .replaceFirst("formRef=\"wait-on-hold\"", "formRef=\"confirm-resolution\"");

    String page = check(owner(), PAGE, Map.of(LIFECYCLE, flow)).body();

    assertThat(page)
        .contains("aria-label=\"Incident lifecycle: With the change\"")
        .contains("What changes", "Incident lifecycle", "data-element=\"resolveAtFirstLine\"")
        .containsPattern("baton-diagram-changed\" data-element=\"linkDuplicate\"")
        .containsPattern("baton-diagram-changed\" data-element=\"waitOnHold\"")
        .doesNotContainPattern(
            "baton-diagram-(changed|added|removed)\" data-element=\"closeIncident")
        .containsPattern(
            "<del>.*>Link the duplicate<.*</del>.*<ins>.*>Merge the duplicate<.*</ins>")
        .containsPattern("<del>.*>wait-on-hold<.*</del>.*<ins>.*>confirm-resolution<.*</ins>")
        .doesNotContain(" style=");
  }

  @Test
  void aRemovedStepIsMarkedInTheFormerDiagram() {
    String flow =
        ShippedFiles.text(LIFECYCLE).replace("resolveAtFirstLine", "resolveAtTheServiceDesk");

    String page = check(owner(), PAGE, Map.of(LIFECYCLE, flow)).body();

    assertThat(page)
        .contains("baton-diagram-added\" data-element=\"resolveAtTheServiceDesk\"")
        .contains("baton-diagram-removed\" data-element=\"resolveAtFirstLine\"")
        .contains("<details class=\"baton-difference-before\" open");
  }

  @Test
  void aChangedCellOfATableAndAChangedFieldOfAFormAreShown() {
    String table =
        ShippedFiles.text("routing.dmn")
            .replaceFirst("<text>\"service-desk\"</text>", "<text>\"team-network\"</text>");
    String form = ShippedFiles.text("wait-on-hold.form").replace("Is the hold over?", "Go on?");

    String page =
        check(owner(), PAGE, Map.of("routing.dmn", table, "wait-on-hold.form", form)).body();

    assertThat(page)
        .containsPattern("<td><del>.*service-desk.*</del>.*<ins>.*team-network.*</ins></td>")
        .containsPattern("… \\d+ rows? as before")
        .containsPattern("<del>.*>Is the hold over\\?<.*</del>.*<ins>.*>Go on\\?<.*</ins>");
  }

  @Test
  void whatIsLiveAlreadyChangesNothingAndABrokenFileIsNamed() {
    assertThat(check(owner(), PAGE, Map.of(LIFECYCLE, ShippedFiles.text(LIFECYCLE))).body())
        .contains("Nothing differs from what is live.");
    assertThat(check(owner(), PAGE, Map.of(LIFECYCLE, "<a")).body()).contains("Cannot be read");
    assertThat(check(owner(), PAGE, Map.of("notes.txt", "Hello")).body()).contains("notes.txt");
  }

  @Test
  void whatChangesIsSaidInGermanToo() {
    String flow =
        replaced(
            ShippedFiles.text(LIFECYCLE),
            "name=\"Link the duplicate\"",
            "name=\"Merge the duplicate\"");

    String page = check(owner(), PAGE, Map.of(LIFECYCLE, flow), "de").body();

    assertThat(page)
        .contains(
            "Was sich ändert", "geändert", "Beschriftung", "Serviceaufgabe", "Mit der Änderung")
        .doesNotContain("service task");
  }

  @Test
  void thePageSaysWhyItCannotCheck() {
    ApiClient.Answer answer = check(owner(), PAGE, Map.of());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("choose at least one");
  }
}
