package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import dev.baton.support.CountedSql;
import dev.baton.support.CountedSql.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Macros: what they do at once, what they say first, and who keeps them. */
class MacrosIT extends PagesDesk {

  private static final String PAGE = "/desk/macros";

  private final List<String> made = new ArrayList<>();

  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transaction;

  private String template;

  @BeforeEach
  void aTemplate() {
    template =
        ReplyTemplatesIT.create(
            agent, "PERSON", "Serial number", "Dear {requester}, what is the serial number?");
  }

  @AfterEach
  void removeWhatWasMade() {
    made.forEach(id -> send(agent, PAGE + "/" + id + "/delete"));
    send(agent, "/desk/templates/" + template + "/delete");
  }

  @Test
  void aMacroAssignsPrioritisesWritesAndHoldsAtOnceWithOneMail() {
    String number = newIncident("Which device?");
    String id =
        create(
            Map.of(
                "name",
                "Ask for the serial number",
                "assignsToMe",
                "true",
                "impact",
                "LOW",
                "urgency",
                "LOW",
                "template",
                template,
                "act",
                "HOLD"));

    String preview = agent.get(pageOf(number) + "/macros/" + id).body();
    assertThat(preview)
        .containsSubsequence(
            "Assign to you",
            "Change priority: impact Low, urgency Low",
            "Send the reply below to Ada",
            "Put on hold until the requester answers")
        .contains("Dear Ada, what is the serial number?", "Run macro");
    String once = UUID.randomUUID().toString();
    Answer ran = run(number, id, "Dear Ada, which serial number?", once);
    Answer again = run(number, id, "Dear Ada, which serial number?", once);
    jobs.runDue();

    assertThat(ran.status()).as(ran.body()).isEqualTo(200);
    assertThat(ran.body()).contains("Macro “Ask for the serial number” done.", "act-RESUME");
    assertThat(again.body()).contains("has not been run again");
    Answer now = agent.get("/api/v1/incidents/" + number);
    assertThat(now.text("status")).isEqualTo("ON_HOLD");
    assertThat(now.text("assignee")).isEqualTo("agent");
    assertThat(now.text("priority")).isEqualTo("P4");
    assertThat(mailsToTheRequester(number)).containsExactly("RECEIVED", "UPDATE");
    assertThat(agent.get(pageOf(number)).body())
        .contains("Ran the macro &quot;Ask for the serial number&quot;.", "Macro run");
    assertThat(requester.get(pageOf(number)).body()).doesNotContain("Ran the macro");
  }

  @Test
  void aMacroResolvesWithItsReply() {
    String number = newIncident("Password forgotten");
    agent.post("/api/v1/incidents/" + number + "/claim");
    String id =
        create(
            Map.of(
                "name",
                "Password reset",
                "template",
                template,
                "act",
                "RESOLVE",
                "code",
                "USER_GUIDANCE"));

    assertThat(run(number, id, "Your password is reset.", null).body()).contains("Resolved");

    assertThat(agent.get(pageOf(number)).body())
        .contains("Requester was shown how", "Your password is reset.");
  }

  @Test
  void whatTheIncidentDoesNotOfferIsSaidBeforeAndNothingOfItHappens() {
    String number = newIncident("Held already");
    agent.post("/api/v1/incidents/" + number + "/claim");
    agent.post("/api/v1/incidents/" + number + "/hold", "{\"reason\": \"SUPPLIER\"}");
    String id =
        create(
            Map.of(
                "name",
                "Not now",
                "impact",
                "HIGH",
                "urgency",
                "HIGH",
                "template",
                template,
                "act",
                "HOLD"));
    String priority = agent.get("/api/v1/incidents/" + number).text("priority");

    assertThat(agent.get(pageOf(number) + "/macros/" + id).body())
        .contains("Not possible while the incident is “On hold”", "cannot run now")
        .doesNotContain("incident-macro-run");
    Answer refused = run(number, id, "Dear Ada?", UUID.randomUUID().toString());
    jobs.runDue();

    assertThat(refused.status()).isEqualTo(409);
    assertThat(agent.get("/api/v1/incidents/" + number).text("priority")).isEqualTo(priority);
    assertThat(agent.get("/api/v1/incidents/" + number + "/contacts").body())
        .doesNotContain("Dear Ada?");
    assertThat(mailsToTheRequester(number)).doesNotContain("UPDATE");
    assertThat(agent.get(pageOf(number)).body()).doesNotContain("Ran the macro");
  }

  @Test
  void aMacroSetsCategoryAndServiceAndSaysIfOneOfThemIsGone() {
    clients.registerService(clients.find("acme").orElseThrow().id(), "badges", "Badges and doors");
    agent.post(
        "/api/v1/incidents", report("Badge reader blinks").replace("network", "badge-reader"));
    String number = newIncident("Badge does not open");

    Answer unknown =
        send(
            agent,
            PAGE + "/new",
            "name",
            "Badges",
            "sharing",
            "PERSON",
            "category",
            "unheard of",
            "service",
            "unheard-of");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.body())
        .contains("No recent incident has the category “unheard of”.")
        .contains("No client has the service “unheard-of”.");
    assertThat(agent.get(PAGE + "/categories?q=BADGE-r").body()).contains("badge-reader");
    assertThat(agent.get(PAGE + "/services?q=doors").body())
        .contains("\"value\":\"badges\"", "Badges and doors");
    assertThat(requester.get(PAGE + "/services?q=d").status()).isEqualTo(403);

    String id =
        create(Map.of("name", "Badges", "category", "badge-reader", "service", "Badges and doors"));
    assertThat(agent.get(PAGE + "/" + id).body())
        .contains("value=\"badge-reader\"", "value=\"badges\"");
    assertThat(agent.get(pageOf(number) + "/macros/" + id).body())
        .containsSubsequence(
            "Set the category: badge-reader", "Set the service: Badges and doors", "Run macro");
    Answer ran = run(number, id, "", UUID.randomUUID().toString());
    assertThat(ran.status()).as(ran.body()).isEqualTo(200);
    Answer now = agent.get("/api/v1/incidents/" + number);
    assertThat(now.text("category")).isEqualTo("badge-reader");
    assertThat(now.text("service")).isEqualTo("badges");

    String foreign =
        stranger
            .post(
                "/api/v1/incidents",
                report("Badge of others")
                    .replace("\"client\": \"acme\",", "")
                    .replace("ada@acme", "bob@globex"))
            .text("number");
    jobs.runDue();
    assertThat(agent.get(pageOf(foreign) + "/macros/" + id).body())
        .contains("does not have the service “Badges and doors”", "cannot run now");
    assertThat(run(foreign, id, "", UUID.randomUUID().toString()).status()).isEqualTo(422);

    transaction.executeWithoutResult(
        done ->
            database.update("update incident set category = null where category = 'badge-reader'"));
    String later = newIncident("Badge is lost");
    assertThat(agent.get(pageOf(later) + "/macros/" + id).body())
        .contains("Set the category: badge-reader", "Run macro");
    assertThat(run(later, id, "", UUID.randomUUID().toString()).status()).isEqualTo(200);
    assertThat(agent.get("/api/v1/incidents/" + later).text("category"))
        .as("a category that has become rare")
        .isEqualTo("badge-reader");
  }

  @Test
  void aMacroWritesAnInternalNoteAndPassesOn() {
    String number = newIncident("For the specialists");
    String id =
        create(
            Map.of(
                "name",
                "To second line",
                "template",
                template,
                "kind",
                "NOTE",
                "act",
                "PASS_TO_SECOND_LINE"));

    assertThat(run(number, id, "Nothing found here.", null).status()).isEqualTo(200);

    assertThat(agent.get(pageOf(number)).body()).contains("Nothing found here.");
    assertThat(requester.get(pageOf(number)).body()).doesNotContain("Nothing found here.");
    assertThat(agent.get("/api/v1/incidents/" + number + "/timeline").body())
        .contains("PASSED_TO_SECOND_LINE");
  }

  @Test
  void aMacroThatMakesNoSenseIsRefusedAtItsFields() {
    assertThat(save(agent, "new", Map.of("name", "Nothing")).body())
        .contains("Choose at least one step.", "id=\"act-problem\"");
    assertThat(save(agent, "new", Map.of("name", "Half", "impact", "LOW")).body())
        .contains("Choose both impact and urgency");
    assertThat(save(agent, "new", Map.of("name", "Mute", "act", "RESOLVE", "code", "FIXED")).body())
        .contains("choose a reply to the client");
    assertThat(
            save(agent, "new", Map.of("name", "Both ways", "assignsToMe", "true", "act", "RELEASE"))
                .body())
        .contains("assigned and returned to the queue at once");
    assertThat(
            save(
                    agent.as("team-lead"),
                    "new",
                    Map.of("name", "Foreign", "sharing", "TEAM:service-desk", "template", template))
                .body())
        .contains("Not everybody who uses this macro");
    assertThat(agent.get(PAGE).body()).doesNotContain("Foreign", "Half", "Mute", "Both ways");
  }

  @Test
  void aTemplateThatAMacroWritesStaysAndSaysWhy() {
    create(Map.of("name", "Needs it", "template", template));

    Answer kept = send(agent, "/desk/templates/" + template + "/delete");

    assertThat(kept.status()).isEqualTo(422);
    assertThat(kept.body()).contains("It is used by these macros: Needs it.");
    Answer moved =
        send(
            agent.as("service-desk-manager"),
            "/desk/templates/" + template,
            "name",
            "Serial number",
            "sharing",
            "DESK",
            "english",
            "Text",
            "german",
            "",
            "seen",
            ReplyTemplatesIT.seen(agent, template));
    assertThat(moved.status()).isEqualTo(422);
    assertThat(moved.body()).contains("Who uses it cannot be changed");
  }

  @Test
  void aTeamLeadKeepsThoseOfTheTeamAndMembersRunThem() {
    ApiClient lead = agent.as("team-lead");
    Answer saved =
        save(
            lead,
            "new",
            Map.of("name", "Of the desk", "sharing", "TEAM:service-desk", "act", "RELEASE"));
    String id = idIn(saved);
    String number = newIncident("Back again");
    agent.post("/api/v1/incidents/" + number + "/claim");

    assertThat(agent.get(pageOf(number) + "/macros").body())
        .contains("Of the desk", "Return to queue");
    assertThat(save(agent, id, Map.of("name", "Mine", "act", "RELEASE")).status()).isEqualTo(403);
    assertThat(run(number, id, null, null).status()).isEqualTo(200);
    assertThat(agent.get("/api/v1/incidents/" + number).body()).contains("\"assignee\":null");
    assertThat(agent.as("client-relationship-manager").get(pageOf(number) + "/macros").body())
        .as("is in the team")
        .contains("Of the desk");
    assertThat(agent.as("client-relationship-manager").get(pageOf(number) + "/macros/" + id).body())
        .contains("Your roles do not allow this step.");
    send(lead, PAGE + "/" + id + "/delete");
    assertThat(agent.get(pageOf(number) + "/macros/" + id).status()).isEqualTo(404);
  }

  @Test
  void aMacroIsItsOwnersAloneAndNoneOfAClientsPeople() {
    String id = create(Map.of("name", "Only mine", "act", "RELEASE"));
    String number = newIncident("Whose");
    ApiClient colleague = agent.as("senior-agent");

    assertThat(colleague.get(pageOf(number) + "/macros").body()).doesNotContain("Only mine");
    assertThat(colleague.get(pageOf(number) + "/macros/" + id).status()).isEqualTo(404);
    assertThat(send(colleague, pageOf(number) + "/macros/" + id).status()).isEqualTo(404);
    assertThat(colleague.get(PAGE + "/" + id).status()).isEqualTo(404);
    for (ApiClient who : List.of(requester, agent.as("qa-specialist"))) {
      assertThat(who.get(PAGE).status()).isEqualTo(403);
      assertThat(who.get(pageOf(number) + "/macros").status()).isEqualTo(403);
      assertThat(send(who, pageOf(number) + "/macros/" + id).status()).isEqualTo(403);
    }
  }

  @Test
  void oneBeyondManyIsFoundByWhatItDoesAndRun() {
    inTransaction(
        "insert into macro (name, scope, owner, team, assigns_to_me, is_note, act, changed_at)"
            + " select concat('Many ', seq), if(seq > 100, 'TEAM', 'PERSON'),"
            + " if(seq > 100, null, 'agent'), if(seq > 100, 'service-desk', null), true, false,"
            + " null, utc_timestamp(3) from seq_1_to_200");
    String number = newIncident("Beyond the many");
    String last =
        idIn(
            save(
                agent.as("service-desk-manager"),
                "new",
                Map.of("name", "Zz the very last", "sharing", "DESK", "act", "RELEASE")));

    String all = agent.get(pageOf(number) + "/macros").body();
    assertThat(all.split("role=\"option\"", -1)).hasSize(51);
    assertThat(all).contains("There are more than 50.").doesNotContain("Zz the very last");
    assertThat(agent.get(pageOf(number) + "/macros?q=return%20LAST").body())
        .contains("Zz the very last")
        .doesNotContain("Many ", "There are more");
    assertThat(agent.get(pageOf(number) + "/macros/" + last).status()).isEqualTo(200);
    Answer refused = save(agent, "new", Map.of("name", "One too many", "act", "RELEASE"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("id=\"sharing-problem\"", "already have 100 macros", "value=\"One too many\"");
    inTransaction("delete from macro where name like 'Many %'");
    send(agent.as("service-desk-manager"), PAGE + "/" + last + "/delete");
  }

  @Test
  void theListReadsNoTemplateOrServiceOfItsOwnForARow() {
    create(Map.of("name", "Listed 1", "template", template, "service", service(1)));
    agent.get(PAGE);
    Count ofOne = CountedSql.during(() -> agent.get(PAGE + "?q=Listed"));
    for (int i = 2; i < 6; i++) {
      create(Map.of("name", "Listed " + i, "template", template, "service", service(i)));
    }

    List<Answer> answers = new ArrayList<>();
    Count ofMany = CountedSql.during(() -> answers.add(agent.get(PAGE + "?q=Listed")));

    assertThat(answers.get(0).body())
        .contains("Listed 5", "Reply: Serial number", "Set the service: Listed service 5");
    assertThat(ofMany.statements()).hasSameSizeAs(ofOne.statements());
  }

  private String service(int number) {
    String code = "listed-" + number;
    Answer put =
        agent
            .as("admin")
            .put(
                "/api/v1/clients/acme/services/" + code,
                "{\"name\": \"Listed service %d\"}".formatted(number));
    assertThat(put.status()).as(put.body()).isLessThan(300);
    return code;
  }

  @Test
  void whoeverSavesSecondIsToldAndLosesNothing() {
    String id = create(Map.of("name", "Of two windows", "act", "RELEASE"));
    String opened = ReplyTemplatesIT.seen(agent.get(PAGE + "/" + id));
    save(agent, id, Map.of("name", "Of the first", "act", "RELEASE"));

    Map<String, String> second = Map.of("name", "Of the second", "act", "RESUME", "seen", opened);
    Answer conflict = save(agent, id, second);

    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.body())
        .contains("this macro has been changed in the meantime", "value=\"Of the second\"")
        .contains("href=\"/desk/macros/" + id + "\" target=\"_blank\"")
        .containsPattern("value=\"RESUME\" selected");
    assertThat(agent.get(PAGE).body()).contains("Of the first").doesNotContain("Of the second");
    Answer replaced =
        save(
            agent,
            id,
            Map.of(
                "name", "Of the second", "act", "RESUME", "seen", ReplyTemplatesIT.seen(conflict)));
    assertThat(replaced.status()).isEqualTo(303);

    send(agent, PAGE + "/" + id + "/delete");
    Answer gone = save(agent, id, second);
    assertThat(gone.status()).isEqualTo(409);
    assertThat(gone.body())
        .contains("has been deleted in the meantime", "value=\"Of the second\"")
        .contains("action=\"/desk/macros/new\"");
  }

  @Test
  void aTemplateThatWhoeverRunsItCannotUseStaysChosenAndStopsTheMacro() {
    String number = newIncident("Left the team");
    String id = create(Map.of("name", "Of a former team", "template", template));
    inTransaction(
        "update reply_template set scope = 'TEAM', owner = null, team = 'network' where id = "
            + template);

    assertThat(agent.get(PAGE + "/" + id).body())
        .containsPattern("value=\"" + template + "\" selected[^>]*>Serial number \\(Team ");
    assertThat(agent.get(pageOf(number) + "/macros/" + id).body())
        .contains("You can no longer use the template “Serial number”.", "cannot run now")
        .doesNotContain("what is the serial number?", "incident-macro-run");
    Answer refused = run(number, id, "Sent all the same", UUID.randomUUID().toString());

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("You can no longer use the template “Serial number”.");
    assertThat(agent.get(pageOf(number)).body())
        .doesNotContain("Sent all the same", "Ran the macro");
    inTransaction(
        "update reply_template set scope = 'PERSON', owner = 'agent', team = null where id = "
            + template);
  }

  @Test
  void aMacroOffersTheTemplatesOfItsOwnerAndNoOnesElse() {
    ApiClient manager = agent.as("service-desk-manager");
    String own = ReplyTemplatesIT.create(manager, "PERSON", "Of the manager", "Text");
    String id = create(Map.of("name", "Of the agent", "template", template));

    assertThat(manager.get(PAGE + "/" + id).body())
        .contains("Serial number (Agent (personal))")
        .doesNotContain("Of the manager");
    assertThat(manager.get(PAGE + "/new").body())
        .contains("Of the manager (Me)")
        .doesNotContain("Serial number");

    send(manager, "/desk/templates/" + own + "/delete");
  }

  private void inTransaction(String sql) {
    transaction.executeWithoutResult(begun -> database.update(sql));
  }

  private Answer run(String number, String id, String text, String once) {
    List<String> fields = new ArrayList<>();
    if (text != null) {
      fields.addAll(List.of("text", text));
    }
    if (once != null) {
      fields.addAll(List.of("once", once));
    }
    return send(agent, pageOf(number) + "/macros/" + id, fields.toArray(String[]::new));
  }

  /** The id of a new macro of the agent's own. */
  private String create(Map<String, String> fields) {
    String id = idIn(save(agent, "new", fields));
    made.add(id);
    return id;
  }

  private static String idIn(Answer saved) {
    assertThat(saved.status()).as(saved.body()).isEqualTo(303);
    Matcher id = Pattern.compile("saved=(\\d+)").matcher(saved.header("Location"));
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  private static Answer save(ApiClient who, String id, Map<String, String> fields) {
    List<String> all = new ArrayList<>();
    if (!fields.containsKey("sharing")) {
      all.addAll(List.of("sharing", "PERSON"));
    }
    if (!fields.containsKey("seen")) {
      all.addAll(List.of("seen", ReplyTemplatesIT.seen(who.get(PAGE + "/" + id))));
    }
    fields.forEach((name, value) -> all.addAll(List.of(name, value)));
    return send(who, PAGE + "/" + id, all.toArray(String[]::new));
  }

  private List<String> mailsToTheRequester(String number) {
    return JsonPath.read(
        agent.get("/api/v1/incidents/" + number + "/notifications").body(),
        "$[?(@.audience == 'REQUESTER')].event");
  }
}
