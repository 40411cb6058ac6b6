package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of major incidents. */
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

    assertThat(declared.header("HX-Redirect")).isEqualTo("/desk/incidents/" + number);
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

  private String rowOf(String number) {
    String page = agent.get(PAGE).body();
    int at = page.indexOf("href=\"/desk/incidents/" + number + "\"");
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
