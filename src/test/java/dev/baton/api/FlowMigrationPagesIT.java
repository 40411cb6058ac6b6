package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A process owner migrates on pages: by clicking boxes, from a list, in two languages. */
class FlowMigrationPagesIT extends MigrationDesk {

  private static final String PAGE = "/desk/flows/migrations";

  @Test
  void aProcessOwnerMigratesOnAPage() {
    String waiting = onHold("On a page");
    deployed(withId("waitOnHold", "waitForThem"));
    ApiClient.Answer page = owner.get("/desk/flows/migrations");
    assertThat(page.body())
        .contains(
            "No incident moves as it is.",
            "1 waits at \u201cWait on hold\u201d (Incident lifecycle), which is gone",
            "name=\"answer.incident-lifecycle.waitOnHold\"");
    ApiClient.Answer planned =
        form(
            "/desk/flows/migrations",
            "reason=On+a+page&answer.incident-lifecycle.waitOnHold=move%3AwaitForThem");
    assertThat(planned.status()).as(planned.body()).isEqualTo(200);
    String path = planned.header("HX-Redirect");
    assertThat(owner.get(path + "/progress").body()).contains("hx-trigger=\"every 2s\"");
    worker.work();
    assertThat(owner.get(path).body()).contains("1 will move", "Move the first stage");
    assertThat(form(path + "/release", "").status()).isEqualTo(200);
    worker.work();
    assertThat(owner.get(path).body()).contains("1 moved", "Plan the way back");
    assertThat(stepOf(waiting)).isEqualTo("waitForThem");
    String back = form(path + "/back", "reason=Again").header("HX-Redirect");
    worker.work();
    ApiClient.Answer german = owner.send(owner.request(back).header("Accept-Language", "de").GET());
    assertThat(german.body()).contains("Erste Stufe umstellen", "1 werden umgestellt");
    assertThat(form(back + "/stop", "reason=Not+now").body()).contains("Not now");
    assertThat(agent.get(path).status()).isEqualTo(403);
  }

  @Test
  void aQuestionIsAnsweredByClickingABoxOrFromAList() {
    onHold("Clicked");
    deployed(ShippedFiles.text(FILE).replaceAll("\"waitOnHold\"", "\"waitForThem\""));

    String page = owner.get(PAGE).body();

    String field = "name=\"answer.incident-lifecycle.waitOnHold\"";
    assertThat(radios(page, field, "move:waitForThem")).hasSize(2);
    assertThat(radios(page, field, "move:waitForThem").get(0))
        .as("what is like it is proposed in the diagram")
        .contains(
            "checked", "required", "aria-label=\"Wait on hold: They go on there as they are\"");
    assertThat(radios(page, field, "again:resumeWork").get(0)).doesNotContain("checked");
    assertThat(radios(page, field, "again:incidentClosed"))
        .as("an end is in the list alone")
        .hasSize(1);
    assertThat(page)
        .as("the former version says how many wait, and leads to the question")
        .contains("href=\"#question-1\"", "1 incident waits here")
        .doesNotContain("style=");
    assertThat(german(PAGE)).contains("Störung wartet hier", "Wo geht es weiter?");
  }

  @Test
  void withoutADiagramTheListIsOpen() {
    onHold("No diagram");
    deployed(withId("waitOnHold", "waitForThem"));

    String page = owner.get(PAGE).body();

    assertThat(page).contains("<details open=\"open\"><summary>Choose from a list");
    assertThat(radios(page, "name=\"answer.incident-lifecycle.waitOnHold\"", "move:waitForThem"))
        .hasSize(1)
        .allMatch(radio -> radio.contains("checked"));
  }

  @Test
  void aReleaseLeadsOnToTheMigrationOfWhatRunsOnOlderOnes() {
    claimed("Runs on the older one");
    Deployments.deploy(
        owner, "priority.dmn", ShippedFiles.text("priority.dmn").replace("Priority\"", "Rank\""));
    String number = owner.get("/api/v1/flows/releases").json().at("/items/0/number").asText();

    String page = owner.get("/desk/flows/releases/" + number).body();

    assertThat(page)
        .contains("1 open incident still runs on an older version", "href=\"" + PAGE + "\"")
        .contains("Plan their migration");
    assertThat(agent.as("admin").get("/desk/flows/releases/" + number).body())
        .doesNotContain("Plan their migration");
    assertThat(german("/desk/flows/releases/" + number)).contains("Umstellung planen");
  }

  private static List<String> radios(String page, String field, String value) {
    Matcher radio = Pattern.compile("<input[^>]*>").matcher(page);
    return radio
        .results()
        .map(found -> found.group())
        .filter(input -> input.contains(field) && input.contains("value=\"" + value + "\""))
        .toList();
  }

  private String german(String path) {
    return owner.send(owner.request(path).header("Accept-Language", "de").GET()).body();
  }
}
