package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import dev.baton.support.CountedSql;
import dev.baton.support.CountedSql.Count;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Reply templates: who keeps which, what a placeholder becomes, and what the composer offers. */
class ReplyTemplatesIT extends PagesDesk {

  private static final String PAGE = "/desk/templates";
  private static final String LONG_TEXT = "Begins like any other. " + "And goes on. ".repeat(40);

  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transaction;

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

  @Test
  void oneBeyondManyIsFoundByItsTextAndInserted() {
    String number = newIncident("Beyond the many");
    List<String> made = aFullSetOf("agent");
    String last =
        create(manager(), "DESK", "Zz the very last", LONG_TEXT + " needle in a haystack");

    String all = optionsOn(number, agent);
    assertThat(all.split("role=\"option\"", -1)).hasSize(51);
    assertThat(all).contains("There are more than 50.").doesNotContain("Zz the very last");
    assertThat(optionsOn(number, agent, "needle%20LAST"))
        .contains("Zz the very last", "Begins like any other")
        .doesNotContain("needle in a haystack", "There are more", "Many 1");
    assertThat(optionsOn(number, agent, "many%20200"))
        .contains("Many 200")
        .doesNotContain("Many 1<");
    assertThat(optionsOn(number, agent, "100%25")).doesNotContain("role=\"option\"");
    assertThat(send(agent, pageOf(number) + "/templates/" + last).text("text"))
        .endsWith("needle in a haystack");
    Count inserted =
        CountedSql.during(() -> send(agent, pageOf(number) + "/templates/" + made.get(0)));
    assertThat(inserted.rows()).isLessThan(60);

    send(manager(), PAGE + "/" + last + "/delete");
  }

  @Test
  void thoseWithTheWordInTheirNameComeFirst() {
    String number = newIncident("In what order");
    String text = create(agent, "PERSON", "A first by name", "Reset the toner");
    String name = create(agent, "PERSON", "Toner", "Text");

    assertThat(optionsOn(number, agent, "toner"))
        .containsSubsequence("template-" + name, "template-" + text);

    send(agent, PAGE + "/" + text + "/delete");
    send(agent, PAGE + "/" + name + "/delete");
  }

  @Test
  void whenThereAreTooManyItIsSaidAtAFieldInTheReadersLanguage() {
    List<String> made = aFullSetOf("agent");

    Answer refused = save(agent, "new", "PERSON", "One too many", "Typed for half an hour");
    Answer german =
        agent.send(
            agent
                .request(PAGE + "/new")
                .setHeader("Accept-Language", "de-DE")
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .setHeader("X-BATON-CSRF", "any")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "name=Zu+viel&sharing=PERSON&english=&german=Getippt")));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("id=\"sharing-problem\"", "already have 200 templates")
        .contains("value=\"One too many\"", "Typed for half an hour");
    assertThat(german.status()).isEqualTo(422);
    assertThat(german.body()).contains("gibt es schon 200 Vorlagen", "Getippt");
    assertThat(save(agent, made.get(0), "PERSON", "Changed", "Text").status()).isEqualTo(303);
  }

  @Test
  void whoeverSavesSecondIsToldAndLosesNothing() {
    String id = create(lead(), "TEAM:service-desk", "Of two people", "First text");
    String opened = seen(lead(), id);
    save(manager(), id, "TEAM:service-desk", "Of two people", "Of the manager");

    Answer conflict = save(lead(), id, opened, "TEAM:service-desk", "Of two people", "Of the lead");

    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.body())
        .contains("this template has been changed in the meantime", "Of the lead")
        .contains("href=\"/desk/templates/" + id + "\" target=\"_blank\"");
    assertThat(agent.get(PAGE + "?q=of+two").body()).contains("Of the manager");
    Answer replaced =
        save(lead(), id, seen(conflict), "TEAM:service-desk", "Of two people", "Of the lead");
    assertThat(replaced.status()).isEqualTo(303);
    assertThat(agent.get(PAGE + "?q=of+two").body()).contains("Of the lead");
    assertThat(save(lead(), id, "", "TEAM:service-desk", "Of two people", "Blind").status())
        .as("a form that does not say what was seen")
        .isEqualTo(409);
    send(lead(), PAGE + "/" + id + "/delete");
  }

  @Test
  void whatIsSavedAfterADeletionOrAMoveBecomesANewOne() {
    String id = create(lead(), "TEAM:service-desk", "Soon gone", "First text");
    String opened = seen(lead(), id);
    save(manager(), id, "DESK", "Moved", "Of everybody");
    Answer moved = save(lead(), id, opened, "TEAM:service-desk", "Soon gone", "Of the lead");
    send(manager(), PAGE + "/" + id + "/delete");

    Answer gone = save(lead(), id, opened, "TEAM:service-desk", "Soon gone", "Of the lead");

    for (Answer answer : List.of(moved, gone)) {
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.body())
          .contains("has been deleted in the meantime, or you can no longer change it")
          .contains("action=\"/desk/templates/new\"", "Of the lead", "value=\"Soon gone\"")
          .doesNotContain("target=\"_blank\" rel=\"noopener\">Open the current");
    }
    assertThat(seen(gone)).isEmpty();
    assertThat(lead().get(PAGE).body()).doesNotContain("Soon gone");
  }

  /** The ids of as many of their own as a person can have. */
  private List<String> aFullSetOf(String login) {
    transaction.executeWithoutResult(
        begun ->
            database.update(
                "insert into reply_template (name, scope, owner, english, changed_at)"
                    + " select concat('Many ', seq), 'PERSON', ?, 'Text', utc_timestamp(3)"
                    + " from seq_1_to_200",
                login));
    return database.queryForList(
        "select id from reply_template where owner = ? and name like 'Many %' order by id",
        String.class, login);
  }

  @AfterEach
  void removeTheFullSet() {
    transaction.executeWithoutResult(
        begun -> database.update("delete from reply_template where name like 'Many %'"));
  }

  private static Answer preview(ApiClient who, String number, String text) {
    return send(who, PAGE + "/preview", "incident", number, "english", text, "german", "");
  }

  private String optionsOn(String number, ApiClient who) {
    return optionsOn(number, who, "");
  }

  private String optionsOn(String number, ApiClient who, String q) {
    return who.get(pageOf(number) + "/templates?q=" + q).body();
  }

  /** Saves what the person has just opened. */
  private static Answer save(ApiClient who, String id, String sharing, String name, String text) {
    return save(who, id, seen(who, id), sharing, name, text);
  }

  private static Answer save(
      ApiClient who, String id, String seen, String sharing, String name, String text) {
    String[] fields = {
      "name", name, "sharing", sharing, "english", text, "german", "", "seen", seen
    };
    return send(who, PAGE + "/" + id, fields);
  }

  static String seen(ApiClient who, String id) {
    return seen(who.get(PAGE + "/" + id));
  }

  /** What a form says about the version that it shows; empty if there is none. */
  static String seen(Answer form) {
    Matcher seen = Pattern.compile("name=\"seen\" value=\"(\\d*)\"").matcher(form.body());
    return seen.find() ? seen.group(1) : "";
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
