package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models whose labels attack the pages that draw, compare and migrate them. */
class HostileModelPagesIT extends MigrationDesk {

  private static final String SCRIPT = "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;";
  private static final String REVERSED = "release\u202edlot\u202c\u200b";

  @BeforeEach
  void deployDirectly() {
    deployDirectly(true);
  }

  @Test
  void labelsOfAMigrationAreText() {
    onHold("Waits at a hostile step");
    String hostile =
        ShippedFiles.text(FILE)
            .replaceAll("\"waitOnHold\"", "\"waitForThem\"")
            .replace("name=\"Wait on hold\"", "name=\"" + SCRIPT + REVERSED + "\"")
            .replace("name=\"Incident lifecycle\"", "name=\"{0} '{' " + SCRIPT + "\"");
    deployed(hostile);

    String page = owner.get("/desk/flows/migrations").body();

    assertThat(page)
        .contains("waitForThem", "&lt;script&gt;", "[U+202E]")
        .doesNotContain("<script>alert", "\u202e", "\u200b");
    long id = ready("{\"reason\": \"Hostile\", \"answers\": [" + there() + "], \"stages\": []}");
    movedAsForecast(id);
    assertThat(owner.get("/desk/flows/migrations/" + id).body())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert", "\u202e", "\u200b");
    deployed(ShippedFiles.text(FILE));
    assertThat(owner.get("/desk/flows/migrations").body())
        .contains("&lt;script&gt;", "[U+202E]")
        .doesNotContain("<script>alert", "\u202e", "\u200b");
  }

  @Test
  void idsOfStepsAreNoMarkup() {
    onHold("Waits at a step whose id is strange");
    String strange = "wait.For-Them_ä";
    deployed(ShippedFiles.text(FILE).replaceAll("\"waitOnHold\"", "\"" + strange + "\""));
    ApiClient.Answer planned =
        form(
            "/desk/flows/migrations",
            "reason=Strange&answer.incident-lifecycle.waitOnHold=move%3Await.For-Them_%C3%A4");
    assertThat(planned.status()).as(planned.body()).isEqualTo(200);
    String path = planned.header("HX-Redirect");
    worker.work();
    assertThat(form(path + "/release", "").status()).isEqualTo(200);
    worker.work();
    ApiClient.Answer back = form(path + "/back", "reason=Back");
    assertThat(back.status()).as(back.body()).isEqualTo(200);
    worker.work();
    assertThat(owner.get(back.header("HX-Redirect")).body()).contains("1 will move");
  }

  @Test
  void hugeModelsAreAnsweredFromTheList() {
    onHold("Waits in a huge model");
    String many =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "<bpmn:userTask id=\"t%d\" name=\"%s\" />".formatted(i, "x".repeat(20)))
            .collect(Collectors.joining());
    String shapes =
        IntStream.range(0, 5_000)
            .mapToObj(
                i ->
                    ("<bpmndi:BPMNShape id=\"s%1$d\" bpmnElement=\"t%1$d\"><dc:Bounds x=\"%1$d\""
                            + " y=\"0\" width=\"100\" height=\"80\" /></bpmndi:BPMNShape>")
                        .formatted(i))
            .collect(Collectors.joining());
    String huge =
        ShippedFiles.text(FILE)
            .replaceAll("\"waitOnHold\"", "\"waitForThem\"")
            .replace(
                "<bpmn:userTask id=\"resolveAtSecondLine\"",
                many + "<bpmn:userTask id=\"resolveAtSecondLine\"")
            .replace("</bpmndi:BPMNPlane>", shapes + "</bpmndi:BPMNPlane>");
    deployed(huge);

    ApiClient.Answer page = owner.get("/desk/flows/migrations");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "value=\"move:waitForThem\"", "<details open=\"open\"><summary>Choose from a list");
  }

  @Test
  void differencesOfHostileModelsAreText() {
    String label = SCRIPT + REVERSED + "y".repeat(50_000);
    ApiClient.Answer sent =
        Deployments.deploy(
            owner,
            "escalation.bpmn",
            ShippedFiles.text("escalation.bpmn")
                .replace("name=\"Acknowledge\"", "name=\"" + label + "\"")
                .replace(
                    "Completing this task means: I have seen it and will decide.", "\u202eSeen."));
    assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    String number = owner.get("/api/v1/flows/releases").json().at("/items/0/number").asText();

    String page = owner.get("/desk/flows/releases/" + number).body();

    assertThat(page)
        .contains("&lt;script&gt;", "[U+202E]")
        .doesNotContain("<script>alert", "\u202e", "\u200b", "y".repeat(20_000));
  }

  private static String there() {
    return answer("waitOnHold", "waitForThem", false);
  }
}
