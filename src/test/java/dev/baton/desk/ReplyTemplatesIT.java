package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reply templates: who keeps which, what a placeholder becomes, and what the composer offers. */
class ReplyTemplatesIT extends PagesDesk {

  private static final String PAGE = "/desk/templates";

  private ApiClient lead() {
    return agent.as("team-lead");
  }

  private ApiClient manager() {
    return agent.as("service-desk-manager");
  }

  @Test
  void everybodyKeepsTheirOwn() {
    String id = create(agent, "PERSON", "Mine alone", "Dear {requester}, mine.");
    ApiClient colleague = agent.as("senior-agent");

    assertThat(agent.get(PAGE).body()).contains("Mine alone", "<td>Me</td>");
    assertThat(colleague.get(PAGE).body()).doesNotContain("Mine alone");
    assertThat(colleague.get(PAGE + "/" + id).status()).isEqualTo(404);
    assertThat(save(colleague, id, "PERSON", "Stolen", "Text").status()).isEqualTo(404);
    assertThat(send(colleague, PAGE + "/" + id + "/delete").status()).isEqualTo(404);

    assertThat(save(agent, id, "PERSON", "Still mine", "Other text").status()).isEqualTo(303);
    assertThat(agent.get(PAGE + "?q=other+text").body()).contains("Still mine");
    Answer deleted = send(agent, PAGE + "/" + id + "/delete");
    assertThat(deleted.header("Location")).endsWith(PAGE + "?done=deleted");
    assertThat(agent.get(PAGE + "?done=deleted").body())
        .contains("Template deleted.")
        .doesNotContain("Still mine");
  }

  @Test
  void aTeamLeadKeepsThoseOfTheTeamAndMembersUseThem() {
    assertThat(save(agent, "new", "TEAM:service-desk", "Team text", "Text").body())
        .contains("You cannot keep it for these people.");
    assertThat(save(lead(), "new", "TEAM:network", "Other team", "Text").status()).isEqualTo(422);
    String id = create(lead(), "TEAM:service-desk", "Of the team", "Text of the team");

    assertThat(agent.get(PAGE).body()).contains("Of the team", "Team Team service-desk");
    assertThat(agent.get(PAGE + "/" + id).body())
        .contains("Only those who keep this template", "<fieldset disabled")
        .doesNotContain("/delete");
    assertThat(save(agent, id, "TEAM:service-desk", "Mine now", "Text").status()).isEqualTo(403);
    assertThat(send(agent, PAGE + "/" + id + "/delete").status()).isEqualTo(403);
    assertThat(optionsOn(newIncident("For the team"), agent)).contains("Of the team");

    assertThat(save(manager(), id, "DESK", "Of everybody", "Text").status()).isEqualTo(303);
    assertThat(lead().get(PAGE + "/" + id).body()).contains("<fieldset disabled");
    send(manager(), PAGE + "/" + id + "/delete");
  }

  @Test
  void aTemplateOfAClientIsOfferedOnItsIncidentsAlone() {
    String id = create(manager(), "CLIENT:globex", "Only globex", "Text for globex");
    String number = newIncident("At acme");

    assertThat(optionsOn(number, agent)).doesNotContain("Only globex");
    assertThat(send(agent, pageOf(number) + "/templates/" + id).status()).isEqualTo(404);
    save(manager(), id, "CLIENT:acme", "Only acme", "Text for acme");
    assertThat(optionsOn(number, agent)).contains("Only acme", "Client The acme");
    send(manager(), PAGE + "/" + id + "/delete");
  }

  @Test
  void aPlaceholderBecomesWhatTheIncidentSaysAndIsNamedIfItHasNoValue() {
    String id =
        create(
            agent,
            "PERSON",
            "All of them",
            "Dear {requester}, {number} \"{subject}\" of { client } is {status}, {priority}."
                + " Due {due}. Service {service}. Run {\"a\": 1}. {agent}");
    String number = newIncident("Braces {number} in it");

    Answer filled = send(agent, pageOf(number) + "/templates/" + id);

    assertThat(filled.text("text"))
        .startsWith(
            "Dear Ada, " + number + " \"Braces {number} in it\" of The acme is Assigned, P2.")
        .contains("Due [time of resolution].", "Service [service].", "Run {\"a\": 1}.")
        .endsWith("Agent");
    assertThat(filled.text("missing")).contains("No value yet for: time of resolution, service.");
    send(agent, PAGE + "/" + id + "/delete");
  }

  @Test
  void anUnknownPlaceholderIsRefusedAtItsFieldAndNothingTypedIsLost() {
    Answer refused =
        send(
            agent,
            PAGE + "/new",
            "name",
            "Typo",
            "sharing",
            "PERSON",
            "english",
            "Dear {requestor} " + SCRIPT,
            "german",
            "");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("{requestor}: unknown placeholder.", "id=\"english-problem\"")
        .contains("aria-describedby=\"english-problem\"", "value=\"Typo\"")
        .contains("Dear {requestor} &lt;script&gt;")
        .doesNotContain("<script>alert");
    assertThat(agent.get(PAGE).body()).doesNotContain("Typo");
  }

  @Test
  void whatIsMissingOrTakenIsSaidAtItsField() {
    assertThat(save(agent, "new", "PERSON", " ", "").body())
        .contains("Enter a name.", "Enter a text in at least one language.");
    assertThat(save(agent, "new", "PERSON", "x".repeat(81), "Text").body())
        .contains("at most 80 characters");
    String id = create(agent, "PERSON", "Twice", "Text");
    assertThat(save(agent, "new", "PERSON", "Twice", "Text").body())
        .contains("There is already one of this name");
    send(agent, PAGE + "/" + id + "/delete");
  }

  @Test
  void theLanguageOfTheClientChoosesTheTextAndTheReadersTheName() {
    String number = newIncident("In English");

    assertThat(optionsOn(number, agent)).contains("Acknowledgement", "Dear {requester},");
    Answer german =
        agent.send(
            agent
                .request(pageOf(number) + "/templates")
                .setHeader("Accept-Language", "de-DE")
                .GET());
    assertThat(german.body()).contains("Eingangsbestätigung", "Dear {requester},", ">Alle<");
  }

  @Test
  void whatSomebodyUsedLastIsAtHandWithOneClick() {
    String number = newIncident("At hand");
    String id = create(agent, "PERSON", "Zebra last in the list", "Stripes");
    assertThat(agent.get(pageOf(number)).body()).doesNotContain("data-template=\"" + id + "\"");

    send(agent, pageOf(number) + "/templates/" + id);

    assertThat(agent.get(pageOf(number)).body()).contains("data-template=\"" + id + "\"");
    assertThat(requester.get(pageOf(number)).body())
        .doesNotContain("baton-template", "baton-picker", "data-suggests");
    send(agent, PAGE + "/" + id + "/delete");
    assertThat(agent.get(pageOf(number)).body()).doesNotContain("data-template=\"" + id + "\"");
  }

  @Test
  void thePreviewUsesARealIncidentThatTheVisitorMaySee() {
    String number = newIncident("Previewed");

    assertThat(preview(agent, number, "Dear {requester}, {number}").body())
        .contains("Dear Ada, " + number, "English");
    assertThat(preview(agent, "INC-1999-000001", "Text").body()).contains("There is no incident");
    assertThat(preview(agent, number, SCRIPT).body()).doesNotContain("<script>alert");
  }

  @Test
  void aClientsPeopleAndReadersOfTheDeskHaveNoTemplates() {
    String number = newIncident("Not for all");

    for (ApiClient who : List.of(requester, agent.as("qa-specialist"))) {
      assertThat(who.get(PAGE).status()).isEqualTo(403);
      assertThat(who.get(PAGE + "/new").status()).isEqualTo(403);
      assertThat(save(who, "new", "PERSON", "No", "No").status()).isEqualTo(403);
      assertThat(who.get(pageOf(number) + "/templates").status()).isEqualTo(403);
      assertThat(send(who, pageOf(number) + "/templates/1").status()).isEqualTo(403);
    }
    assertThat(nobody().get(PAGE).status()).isEqualTo(401);
    assertThat(agent.as("process-owner").get(PAGE).status()).isEqualTo(200);
  }

  @Test
  void manyAreListedPageByPageAndASearchThatFindsNothingSaysSo() {
    List<String> ids = new ArrayList<>();
    for (int i = 10; i < 37; i++) {
      ids.add(create(agent, "PERSON", "Paged " + i, "Text"));
    }
    assertThat(agent.get(PAGE + "?q=paged").body())
        .contains("Paged 10", "rel=\"next\"")
        .doesNotContain("Paged 36");
    assertThat(agent.get(PAGE + "?q=paged&page=1").body()).contains("Paged 36", "rel=\"prev\"");
    assertThat(agent.get(PAGE + "?q=100%25").body()).contains("Nothing matches “100%”.");
    ids.forEach(id -> send(agent, PAGE + "/" + id + "/delete"));
  }

  private static Answer preview(ApiClient who, String number, String text) {
    return send(who, PAGE + "/preview", "incident", number, "english", text, "german", "");
  }

  private String optionsOn(String number, ApiClient who) {
    return who.get(pageOf(number) + "/templates").body();
  }

  private static Answer save(ApiClient who, String id, String sharing, String name, String text) {
    return send(
        who, PAGE + "/" + id, "name", name, "sharing", sharing, "english", text, "german", "");
  }

  /** The id of a new template. */
  static String create(ApiClient who, String sharing, String name, String text) {
    Answer made = save(who, "new", sharing, name, text);
    assertThat(made.status()).as(made.body()).isEqualTo(303);
    Matcher id = Pattern.compile("saved=(\\d+)").matcher(made.header("Location"));
    assertThat(id.find()).isTrue();
    return id.group(1);
  }
}
