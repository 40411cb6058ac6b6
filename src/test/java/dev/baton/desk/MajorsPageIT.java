package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of major incidents, and the page of one from its declaration to its review. */
class MajorsPageIT extends PagesDesk {

  private static final String PAGE = "/desk/major";

  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transactions;

  @Test
  void aMajorIncidentIsDeclaredListedWithItsNextUpdateAndStaysListedWhenItIsOver() {
    String number = newIncident("Everything stands still " + SCRIPT);
    String related = newIncident("Part of it stands still");

    assertThat(send(agent, PAGE, "incident", "nothing", "reason", "x").status()).isEqualTo(422);
    assertThat(send(agent, PAGE, "incident", number, "reason", "").status()).isEqualTo(422);
    Answer declared =
        send(agent, PAGE, "incident", number + " · Everything", "reason", "All of it");
    jobs.runDue();
    agent.post(
        "/api/v1/major-incidents/" + number + "/link", "{\"incident\": \"" + related + "\"}");

    assertThat(declared.header("HX-Redirect"))
        .isEqualTo("/desk/major/" + number + "?done=declared");
    nextUpdate(number, Duration.ofMinutes(12).plusSeconds(30));
    assertThat(rowOf(number))
        .contains("Everything stands still &lt;script&gt;", "The acme", "1 related incident")
        .contains("In progress", "in 12 min", "baton-due-soon")
        .doesNotContain("<script>alert");
    nextUpdate(number, Duration.ofMinutes(-125));
    assertThat(rowOf(number)).contains("overdue by 2 h 5 min", "baton-due-late");
    Answer german = agent.send(agent.request(PAGE).setHeader("Accept-Language", "de").GET());
    assertThat(german.body()).contains("überfällig seit 2 Std. 5 Min.", "1 zugehörige Störung");

    Answer down =
        agent.post(
            "/api/v1/major-incidents/" + number + "/stand-down", "{\"reason\": \"Only a fuse\"}");
    assertThat(down.status()).as(down.body()).isLessThan(300);
    jobs.runDue();
    String page = agent.get(PAGE).body();
    assertThat(page.substring(page.indexOf("id=\"majors-over\"")))
        .contains(number, "Stood down", "Only a fuse");
    assertThat(rowOf(number)).doesNotContain("overdue");
  }

  @Test
  void aMajorIncidentIsLedFromItsDeclarationToItsReviewOnItsPage() {
    String number = newIncident("Trading floor is dark " + SCRIPT);
    String related = newIncident("Screens are dark as well");
    String page = pageOfMajor(number);
    send(agent, PAGE, "incident", number, "reason", "Nobody can trade");
    jobs.runDue();

    assertThat(page(number, "declared"))
        .contains("Declared a major incident.", "Nobody can trade", "Declared by", "No update has")
        .contains("What this means for you: […]", "Next update in ")
        .doesNotContain("<script>alert");
    assertThat(agent.get(pageOf(number)).body()).contains("href=\"" + page + "\"");

    Answer draft = send(agent, page + "/update", "clientText", "What we know so far: […]");
    assertThat(draft.status()).isEqualTo(422);
    assertThat(draft.body()).contains("Replace every […] with your own words");
    assertThat(send(agent, page + "/link", "incident", related + " · Screens").status())
        .isEqualTo(200);
    done(
        send(agent, page + "/update", "clientText", "A fuse " + SCRIPT, "internalText", "Bay 7"),
        page,
        "update");
    assertThat(page(number, "update"))
        .contains("Update sent.", "A fuse &lt;script&gt;", "Bay 7", "on 2 incidents")
        .contains("Screens are dark as well", "Related incidents (1)")
        .doesNotContain("<script>alert");

    done(send(agent, page + "/lead", "login", "senior-agent"), page, "lead");
    jobs.runDue();
    done(send(agent, page + "/roles", "role", "SCRIBE", "login", "A (agent)"), page, "role");
    done(
        send(agent, page + "/roles", "role", "STAKEHOLDER", "login", "qa-specialist"),
        page,
        "role");
    assertThat(send(agent, page + "/roles", "role", "KING", "login", "agent").status())
        .isEqualTo(422);
    assertThat(send(agent, page + "/roles", "role", "SCRIBE", "login", "no one").body())
        .contains("There is no active person &quot;no one&quot; at the desk.");
    jobs.runDue();
    assertThat(told("qa-specialist", number)).containsExactly("MAJOR_DECLARED");
    assertThat(told("agent", number)).as("of the role").containsExactly("MAJOR_DECLARED");
    assertThat(page(number, "")).contains("Scribe", "Stakeholder", "now keeps the record");

    for (int twice = 0; twice < 2; twice++) {
      send(agent, page + "/update", "clientText", "Nearly there", "once", "sent-once-" + number);
    }
    jobs.runDue();
    assertThat(told("qa-specialist", number)).containsExactly("MAJOR_DECLARED", "MAJOR_UPDATED");
    assertThat(mailsToRequester(number)).isEqualTo(3);
    done(send(agent, page + "/roles/STAKEHOLDER/qa-specialist/remove"), page, "left");
    done(send(agent, page + "/unlink", "incident", related), page, "unlink");
    done(send(agent, page + "/link", "incident", related), page, "link");

    resolve(number);
    jobs.runDue();
    assertThat(page(number, "")).contains("Should the related incidents be resolved with it?");
    done(send(agent, page + "/related", "resolve", "true", "note", "New fuse"), page, "resolved");
    jobs.runDue();
    assertThat(status(related)).isEqualTo("RESOLVED");
    String[] review = {"summary", "It was dark", "cause", "A fuse", "title1", "Buy fuses"};
    assertThat(send(agent, page + "/review", and(review, "owner1", "", "due1", "")).body())
        .contains("Action 1: choose the owner from the list.");
    assertThat(send(agent, page + "/review", and(review, "owner1", "agent", "due1", "x")).body())
        .contains("Action 1: choose the day");
    done(
        send(agent, page + "/review", and(review, "owner1", "agent", "due1", "2020-01-31")),
        page,
        "review");
    String closed = page(number, "review");
    assertThat(closed)
        .contains("The major incident is closed", "It was dark", "Buy fuses", "overdue")
        .doesNotContain("Send update", "major-role-fold", "Stand down");
    String action = closed.replaceAll("(?s).*hx-post=\"(" + page + "/actions/\\d+)\".*", "$1");
    done(send(agent, action, "done", "true"), page, "action");
    assertThat(page(number, "action")).contains("Done: ", "Reopen").doesNotContain("overdue<");
    assertThat(send(agent, page + "/stand-down", "reason", "No").status()).isEqualTo(409);
  }

  @Test
  void thePageSpeaksGermanAndKeepsThoseOutWhoMayOnlyRead() {
    String number = newIncident("Der Handel steht");
    String page = pageOfMajor(number);
    send(agent, PAGE, "incident", number, "reason", "Niemand kann handeln");
    jobs.runDue();

    Answer german = agent.send(agent.request(page).setHeader("Accept-Language", "de").GET());
    assertThat(german.body())
        .contains("Ausgerufen von", "Nächstes Update in", "Leitung und Rollen", "Verlauf")
        .doesNotContain("Declared", "Update sent");
    assertThat(agent.as("qa-specialist").get(page).body())
        .contains("Niemand kann handeln")
        .doesNotContain("hx-post=\"" + page);
    assertThat(send(agent.as("qa-specialist"), page + "/update", "clientText", "x").status())
        .isEqualTo(403);
    assertThat(requester.get(page).status()).isEqualTo(403);
    assertThat(agent.get(pageOfMajor("INC-1999-000001")).status()).isEqualTo(404);
    assertThat(agent.get(pageOfMajor("%3Cb%3E")).status()).isEqualTo(404);
    assertThat(agent.get(PAGE + "/choices/people?q=senior").body()).contains("senior-agent");
    done(send(agent, page + "/stand-down", "reason", "Nur ein Saal"), page, "stand-down");
    assertThat(page(number, "stand-down")).contains("Stood down, ", "Nur ein Saal");
  }

  @Test
  void theFormBeginsWithTheIncidentThatSomebodyComesFrom() {
    String number = newIncident("Worse than it looks");

    assertThat(agent.get(PAGE + "?incident=" + number).body())
        .contains("value=\"" + number + " · Worse than it looks\"");
    assertThat(agent.get(PAGE + "?incident=INC-1999-000001").status()).isEqualTo(200);
    assertThat(agent.get(PAGE + "?incident=%3Cb%3E&page=x").status()).isEqualTo(200);
    assertThat(agent.as("qa-specialist").get(PAGE).body()).doesNotContain("hx-post=\"/desk/major");
    assertThat(send(agent.as("qa-specialist"), PAGE, "incident", number, "reason", "x").status())
        .isEqualTo(403);
  }

  @Test
  void aClientsPeopleAreRefused() {
    Answer refused = requester.send(requester.request(PAGE).setHeader("Accept", "text/html"));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("<h1>Access denied</h1>");
    assertThat(requester.get("/desk/incidents").body()).doesNotContain("/desk/major");
  }

  private static String pageOfMajor(String number) {
    return PAGE + "/" + number;
  }

  private String page(String number, String done) {
    return agent.get(pageOfMajor(number) + "?done=" + done).body();
  }

  private static void done(Answer answer, String page, String what) {
    assertThat(answer.header("HX-Redirect")).as(answer.body()).isEqualTo(page + "?done=" + what);
  }

  /** It was declared and had two updates; that somebody got a role is none of theirs. */
  private int mailsToRequester(String number) {
    return database.queryForObject(
        "select count(*) from notification where audience = 'REQUESTER' and incident = ?"
            + " and event like 'MAJOR%'",
        Integer.class, number);
  }

  private static String[] and(String[] fields, String... further) {
    return Stream.concat(Stream.of(fields), Stream.of(further)).toArray(String[]::new);
  }

  private void resolve(String number) {
    Answer answer =
        agent.post(
            "/api/v1/incidents/" + number + "/resolve",
            "{\"code\": \"FIXED\", \"note\": \"New fuse\"}");
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
  }

  private String status(String number) {
    return agent.get("/api/v1/incidents/" + number).text("status");
  }

  /** The events of which the person was told. */
  private List<String> told(String login, String number) {
    return database.queryForList(
        "select event from notification where audience = 'STAKEHOLDERS' and recipient = ?"
            + " and incident = ? order by id",
        String.class,
        login,
        number);
  }

  private String rowOf(String number) {
    String page = agent.get(PAGE).body();
    int at = page.indexOf("href=\"/desk/major/" + number + "\"");
    assertThat(at).isPositive();
    return page.substring(at, page.indexOf("</tr>", at));
  }

  private void nextUpdate(String number, Duration from) {
    transactions.executeWithoutResult(
        status ->
            database.update(
                "update major_incident set next_update_due = ? where incident = ?",
                Instant.now().plus(from),
                number));
  }
}
