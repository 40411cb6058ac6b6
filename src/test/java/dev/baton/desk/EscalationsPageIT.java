package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The page of escalations, and the part of an incident's page: read, answered and decided. */
class EscalationsPageIT extends PagesDesk {

  private static final String PAGE = "/desk/escalations";

  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transactions;

  private String escalated(String subject) {
    String number = newIncident(subject);
    assertThat(
            agent
                .post("/api/v1/incidents/" + number + "/escalate", "{\"note\": \"No idea\"}")
                .status())
        .isEqualTo(200);
    jobs.runDue();
    return number;
  }

  private long idOf(String number) {
    return agent
        .get("/api/v1/incidents/" + number + "/escalations")
        .json()
        .path(0)
        .path("id")
        .asLong();
  }

  /** What the page says of one escalation. */
  private static String cardOf(String page, long id) {
    int at = page.indexOf("id=\"escalation-" + id + "\"");
    return at < 0 ? "" : page.substring(at, page.indexOf("</article>", at));
  }

  private static String german(ApiClient who, String path) {
    return who.send(who.request(path).setHeader("Accept-Language", "de").GET()).body();
  }

  @Test
  void whoeverIsAskedFindsItFirstAndReadsTheLadderInTheirLanguage() {
    String number = escalated("Switch is dead " + SCRIPT);
    long id = idOf(number);
    ApiClient senior = agent.as("senior-agent");
    long ofAnother = idOf(escalated("Not for the senior agent"));
    assertThat(send(agent.as("team-lead"), PAGE + "/" + ofAnother + "/acknowledge").status())
        .isEqualTo(200);

    String page = senior.get(PAGE).body();
    String card = cardOf(page, id);

    assertThat(
            Stream.of(
                    "escalations-mine",
                    "escalation-" + id,
                    "escalations-others",
                    "escalation-" + ofAnother)
                .map(place -> page.indexOf("id=\"" + place + "\""))
                .toList())
        .as("their own, then those of others")
        .isSorted()
        .doesNotContain(-1);
    assertThat(card)
        .contains(number, "Switch is dead &lt;script&gt;", "The acme")
        .contains("You have been asked to acknowledge by", "Escalated because an agent asked for")
        .contains("Escalated because an agent asked for help: No idea")
        .contains(" was asked (senior agent, on duty).", "/desk/escalations/" + id)
        .doesNotContain("<script>alert", "HELP_ASKED", "/decide\"");
    assertThat(cardOf(agent.as("team-lead").get(PAGE).body(), id))
        .contains(" has been asked to acknowledge by ")
        .doesNotContain("You have been asked", "senior-agent has");
    assertThat(cardOf(german(senior, PAGE), id))
        .contains("Sie sollen bis ", "Eskaliert, denn jemand hat um Hilfe gebeten: No idea")
        .contains(" wurde gefragt (Senior Agent, im Dienst).");
  }

  @Test
  void itIsAcknowledgedAndDecidedInPlaceAndSaysWhatCameOfIt() {
    String number = escalated("Decide me");
    String other = escalated("Decide me too");
    long id = idOf(number);
    String asked =
        agent
            .get("/api/v1/incidents/" + other + "/escalations")
            .json()
            .path(0)
            .path("responder")
            .asText();
    ApiClient senior = agent.as(asked); // steps in for the first, and has the other to answer
    String it = PAGE + "/" + id;

    Answer acknowledged = send(senior, it + "/acknowledge");
    assertThat(acknowledged.header("HX-Redirect")).isEqualTo(PAGE + "?done=" + id);
    assertThat(send(senior, it + "/acknowledge").status()).isEqualTo(409);
    String page = senior.get(PAGE + "?done=" + id).body();
    assertThat(page).contains(" acknowledged and will decide. A decision is due by ");
    assertThat(page).contains("Decide now").contains("href=\"#escalation-" + id + "\"");
    assertThat(cardOf(page, id)).contains("/decide\"", "value=\"REASSIGN\"", " open=\"open\"");

    Answer decided =
        send(senior, it + "/decide", "decision", "TAKE_OVER", "team", "", "note", "I know it");
    assertThat(decided.header("HX-Redirect")).isEqualTo(PAGE + "?done=" + id);
    page = senior.get(PAGE + "?done=" + id).body();
    assertThat(page)
        .contains(number + ": ", " took it over: “I know it”. The incident is now In progress (")
        .containsPattern("href=\"#escalation-\\d+\">Next: INC-")
        .contains("id=\"escalation-" + idOf(other) + "\"");
    assertThat(cardOf(page, id)).isEmpty();
    assertThat(agent.get("/api/v1/incidents/" + number).text("assignee")).isEqualTo(asked);
    assertThat(cardOf(senior.get(PAGE + "?view=ended").body(), id))
        .contains("Decided on ", " took it over: “I know it”.")
        .doesNotContain("/decide\"", "/acknowledge\"");
    assertThat(send(senior, it + "/decide", "decision", "STAND_DOWN", "note", "x").status())
        .isEqualTo(409);
  }

  @Test
  void anIncidentIsReassignedToATeamByItsName() {
    String number = escalated("To another team");
    long id = idOf(number);
    ApiClient senior = agent.as("senior-agent");
    send(senior, PAGE + "/" + id + "/acknowledge");

    Answer decided =
        send(
            senior,
            PAGE + "/" + id + "/decide",
            "decision",
            "REASSIGN",
            "team",
            "Team network",
            "person",
            "",
            "note",
            "It is the switch.");

    assertThat(decided.header("HX-Redirect")).as(decided.body()).isEqualTo(PAGE + "?done=" + id);
    assertThat(agent.get("/api/v1/incidents/" + number).text("team")).isEqualTo("network");
    assertThat(senior.get(PAGE + "?done=" + id).body())
        .contains(" reassigned it: “It is the switch”. The incident is now ", " (Team network)");
  }

  @Test
  void anOutcomeNamesNobodyWhereNobodyHoldsTheIncident() {
    String number = escalated("Nobody holds me");
    long id = idOf(number);
    ApiClient senior = agent.as("senior-agent");
    send(senior, PAGE + "/" + id + "/acknowledge");
    send(senior, PAGE + "/" + id + "/decide", "decision", "STAND_DOWN", "note", "Over");
    transactions.executeWithoutResult(
        begun ->
            database.update(
                "update incident set team = null, assignee = null where number = ?", number));

    assertThat(senior.get(PAGE + "?done=" + id).body())
        .containsPattern("The incident is now [\\w ]+\\.<");
    assertThat(german(senior, PAGE + "?done=" + id))
        .contains(": „Over“. Die Störung ist jetzt: ")
        .doesNotContain("()");
  }

  @Test
  void aRefusalStandsAtItsField() {
    String number = escalated("Refuse me");
    long id = idOf(number);
    String it = PAGE + "/" + id;
    ApiClient senior = agent.as("senior-agent");
    send(senior, it + "/acknowledge");

    refused(send(senior, it + "/decide"), id, "decision", "Choose a decision.");
    refused(send(senior, it + "/decide", "decision", "REASSIGN"), id, "team", "Name the team");
    refused(
        send(senior, it + "/decide", "decision", "REASSIGN", "team", "No such team"),
        id,
        "team",
        "No such team");
    refused(
        send(senior, it + "/decide", "decision", "REASSIGN", "person", "Nobody Known"),
        id,
        "person",
        "Nobody Known");
    refused(send(senior, it + "/decide", "decision", "ADD_PERSON"), id, "person", "is required");
    refused(send(senior, it + "/decide", "decision", "STAND_DOWN"), id, "note", "is required");
    refused(send(senior, it + "/decide", "decision", "REPRIORITISE"), id, "impact", "is required");
    refused(
        send(senior, it + "/decide", "decision", "TELL_CLIENT", "note", "x".repeat(1_501)),
        id,
        "note",
        "1,500");
  }

  private static void refused(Answer answer, long id, String field, String words) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.header("HX-Reswap")).isEqualTo("none");
    assertThat(answer.body())
        .contains("data-problem-of=\"escalation-%d-%s\"".formatted(id, field), words);
  }

  @Test
  void peopleAndTeamsComeWithTheirDuty() {
    ApiClient senior = agent.as("senior-agent");

    String people = senior.get(PAGE + "/choices/people?q=").body();
    assertThat(people).contains("\"mark\":\"on duty", "(agent)\"", "Senior agent");
    String named = senior.get(PAGE + "/choices/people?q=senior").body();
    assertThat(named).contains("(senior-agent)").doesNotContain("(agent)\"");
    assertThat(named).doesNotContain("(qa-specialist)");
    assertThat(senior.get(PAGE + "/choices/teams?q=service").body())
        .containsPattern("\"mark\":\"\\d+ of \\d+ on duty\"")
        .doesNotContain("\"value\":\"Network\"");
    assertThat(requester.get(PAGE + "/choices/people?q=").status()).isEqualTo(403);
  }

  @Test
  void anIncidentsPageShowsItsEscalationAndDecidesItThere() {
    String number = escalated("Look at me");
    String stranger = newIncident("Not escalated");
    long id = idOf(number);
    ApiClient senior = agent.as("senior-agent");
    String there = pageOf(number) + "/escalations/" + id;

    assertThat(senior.get(pageOf(number)).body())
        .contains("id=\"incident-escalation\"", there + "/acknowledge", " was asked (senior agent");
    assertThat(senior.get(pageOf(stranger)).body()).doesNotContain("/acknowledge\"");
    assertThat(requester.get(pageOf(number)).body()).doesNotContain("incident-escalation");
    assertThat(send(senior, pageOf(stranger) + "/escalations/" + id + "/acknowledge").status())
        .isEqualTo(404);

    Answer acknowledged = send(senior, there + "/acknowledge");
    assertThat(acknowledged.status()).isEqualTo(200);
    assertThat(acknowledged.body()).contains(" acknowledged and will decide.");
    Answer unsaid = send(senior, there + "/decide", "decision", "STAND_DOWN");
    assertThat(unsaid.status()).isEqualTo(422);
    assertThat(unsaid.body()).contains("data-problem-of=\"escalation-" + id + "-note\"");
    assertThat(send(senior, there + "/decide", "decision", "STAND_DOWN", "note", "Over").body())
        .contains(" stood down: “Over”.", " The incident is now ");
    assertThat(senior.get(pageOf(number)).body()).doesNotContain(there);
  }

  @Test
  void whatEndedLongAgoIsNotListedAndWhoMayNotReadIsRefused() {
    String number = escalated("Long ago");
    long id = idOf(number);
    ApiClient senior = agent.as("senior-agent");
    send(senior, PAGE + "/" + id + "/acknowledge");
    send(senior, PAGE + "/" + id + "/decide", "decision", "STAND_DOWN", "note", "Over");
    assertThat(cardOf(senior.get(PAGE + "?view=ended").body(), id)).contains(number);

    transactions.executeWithoutResult(
        begun ->
            database.update(
                "update escalation set ended_at = ? where id = ?",
                Timestamp.from(Instant.now().minus(Duration.ofDays(8))),
                id));

    assertThat(cardOf(senior.get(PAGE + "?view=ended").body(), id)).isEmpty();
    assertThat(requester.get(PAGE).status()).isEqualTo(403);
    assertThat(send(requester, PAGE + "/" + id + "/acknowledge").status()).isEqualTo(403);
    assertThat(requester.get("/desk/incidents").body()).doesNotContain(PAGE);
    assertThat(agent.get("/desk/incidents").body()).contains("href=\"" + PAGE + "\"");
  }
}
