package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.baton.engine.release.PackagedRelease;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Process owners bring a changed flow from Modeler to all running incidents and back. One of them
 * reads English and the other German; neither types a command.
 */
abstract class OwnersDayBrowserIT {

  private static final String OWNER = "process-owner";
  private static final String SECOND = "second-process-owner";
  private static final String LIFECYCLE = "incident-lifecycle.bpmn";
  private static final String STATUS = "#migration .baton-status";
  private static final List<Integer> WIDTHS = List.of(390, 1100, 1440);

  private final DemoDeskProgram desk;

  OwnersDayBrowserIT(DemoDeskProgram desk) {
    this.desk = desk;
  }

  @Test
  void aChangedFlowGoesFromModelerToAllIncidentsAndBack() {
    String page = deployedFromModeler();
    try (Browser owner = new Browser(desk.port());
        Browser second = new Browser(desk.port())) {
      second.speak("de");
      owner.signIn(page, OWNER, "baton");
      seesOwnProposal(owner);
      second.signIn("/desk/flows", SECOND, "baton");
      publishes(second);
      movesEverybody(owner);
      takesThemBack(owner);
    }
  }

  /** A wait is called otherwise, so that those who wait there have to be taken along. */
  private String deployedFromModeler() {
    String changed =
        new String(PackagedRelease.files().get("processes/" + LIFECYCLE), StandardCharsets.UTF_8)
            .replace("\"waitOnHold\"", "\"waitForOthers\"")
            .replace("name=\"Wait on hold\"", "name=\"Wait for others\"");
    String answer = desk.deploy(OWNER, LIFECYCLE, changed);
    assertThat(JsonPath.<String>read(answer, "$.id")).startsWith("proposal-");
    return JsonPath.<String>read(answer, "$.links[0].href").replaceFirst("https?://[^/]+", "");
  }

  private static void seesOwnProposal(Browser owner) {
    owner.awaitText(".baton-verdict-accepted", "Nothing stands in the way.");
    owner.awaitText("#content", "Another process owner decides about it.");
    owner.awaitText("#content", "Wait for others");
    assertThat(
            (Boolean)
                owner.ask(
                    "return [...document.querySelectorAll('button')].some("
                        + "e => e.textContent.trim() === 'Publish')"))
        .isFalse();
    looksWell(owner, "owner-proposal");
    owner.type("#own-reason", "The word hold misled the agents.");
    owner.click("button", "Save");
    owner.awaitText(".baton-flows-reason", "The word hold misled the agents.");
  }

  private static void publishes(Browser second) {
    second.awaitText("h1", "Releases und Vorschläge");
    looksWell(second, "owner-flows-de");
    second.click("tbody th a", "");
    second.awaitText("#content", "The word hold misled the agents.");
    second.awaitText(".baton-verdict-accepted", "Der Veröffentlichung steht nichts im Wege.");
    looksWell(second, "owner-proposal-de");
    second.type("#publish-reason", "Klarer als bisher");
    second.click("button", "Veröffentlichen");
    second.awaitText(".baton-status", "Veröffentlicht");
    second.click("a", "Release ");
    second.awaitText("#content", "Klarer als bisher");
    looksWell(second, "owner-release-de");
  }

  private static void movesEverybody(Browser owner) {
    owner.open("/desk/flows/migrations");
    owner.awaitText("#content", "Wait on hold");
    looksWell(owner, "owner-migration-plan");
    owner.ask(
        """
        document.querySelectorAll('#content select').forEach(list => {
          const fits = [...list.options].find(
              e => e.value && e.textContent.includes('Wait for others'));
          list.value = fits.value;
          list.dispatchEvent(new Event('change', {bubbles: true}));
        });
        """);
    owner.type("#migration-reason", "Everybody on the new words");
    owner.click("button", "Make a forecast");
    owner.awaitText(STATUS, "The forecast is ready");
    looksWell(owner, "owner-migration-forecast");
    moveAllStages(owner);
    assertThat(counted(owner)).contains(" moved").doesNotContain("undone", "cannot move");
    looksWell(owner, "owner-migration-done");
  }

  private static void moveAllStages(Browser owner) {
    owner.awaitThat(
        "all stages to be done",
        """
        if (document.querySelector(arguments[0])?.textContent.trim() === 'Done') return true;
        [...document.querySelectorAll('#migration button:not(:disabled)')]
            .find(e => /^Move the (first|next) stage$/.test(e.textContent.trim()))?.click();
        return false;
        """,
        STATUS);
  }

  private static void takesThemBack(Browser owner) {
    owner.type("#back-reason", "The client objects");
    owner.click("button", "Plan the way back");
    owner.awaitText("#content", "Takes migration");
    owner.awaitText(STATUS, "The forecast is ready");
    moveAllStages(owner);
    assertThat(counted(owner)).contains(" moved").doesNotContain("undone", "cannot move");
    owner.open("/desk/flows/migrations");
    owner.awaitText("#content", "Wait on hold");
    owner.awaitText("tbody", "The client objects");
  }

  private static String counted(Browser owner) {
    return (String) owner.ask("return document.querySelector('#migration ul').textContent");
  }

  private static void looksWell(Browser somebody, String name) {
    for (int width : WIDTHS) {
      somebody.width(width);
      assertThat(
              (Boolean)
                  somebody.ask("return document.documentElement.scrollWidth <= window.innerWidth"))
          .as(name + " fits into " + width)
          .isTrue();
      somebody.picture(name + "-" + width);
    }
    assertThat(somebody.barriers("#content")).as(name).isEmpty();
  }
}
