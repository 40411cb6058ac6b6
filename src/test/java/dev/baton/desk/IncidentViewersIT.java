package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient;
import dev.baton.incident.viewer.IncidentViewers;
import dev.baton.support.CountedSql;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Who else has an incident open. */
class IncidentViewersIT extends PagesDesk {

  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transaction;
  @Autowired IncidentViewers viewers;

  @Test
  void colleaguesSeeEachOtherAndWhoWritesUntilTheyAreGone() {
    String number = newIncident("Looked at by two");
    ApiClient lead = agent.as("team-lead");
    String page = agent.get(pageOf(number)).body();
    assertThat(page).contains("id=\"incident-viewers\"").doesNotContain("Also viewing");
    assertThat(lead.get(pageOf(number)).body()).contains("Also viewing: Agent");

    String news = "/news?seen-revision=" + mark(page, "revision") + "&seen-viewers=";
    String seen = agent.get(pageOf(number) + news + mark(page, "viewers")).body();
    assertThat(seen).contains("Also viewing: Team lead").doesNotContain("incident-now");
    assertThat(agent.get(pageOf(number) + news + mark(seen, "viewers")).status()).isEqualTo(204);

    lead.get(pageOf(number) + "/news?seen-viewers=old&writing=yes");
    assertThat(agent.get(pageOf(number) + news + mark(seen, "viewers")).body())
        .contains("Also viewing: Team lead (writing a message)");
    assertThat(
            agent
                .send(agent.request(pageOf(number)).setHeader("Accept-Language", "de").GET())
                .body())
        .contains("Ebenfalls geöffnet von: Team lead (schreibt eine Nachricht)");

    transaction.executeWithoutResult(
        begun ->
            database.update(
                "update incident_viewer set seen_at = seen_at - interval 46 second"
                    + " where login = 'team-lead'"));
    assertThat(agent.get(pageOf(number)).body()).doesNotContain("Also viewing");
    viewers.forget();
    assertThat(
            database.queryForObject(
                "select count(*) from incident_viewer where login = 'team-lead'", Integer.class))
        .isZero();
  }

  @Test
  void aClientsPeopleNeitherSeeViewersNorAreSeen() {
    String number = newIncident("Looked at by the client");
    agent.get(pageOf(number));

    assertThat(requester.get(pageOf(number)).body()).doesNotContain("viewing", "incident-viewers");
    assertThat(requester.get(pageOf(number) + "/news?seen-viewers=old").body())
        .doesNotContain("viewing");
    assertThat(agent.get(pageOf(number)).body()).doesNotContain("Also viewing");
  }

  @Test
  void lookingCostsFewStatements() {
    String number = newIncident("Looked at for hours");
    String page = agent.get(pageOf(number)).body();
    String news = pageOf(number) + "/news?seen-revision=" + mark(page, "revision");
    agent.get(news);
    int without = CountedSql.during(() -> agent.get(news)).statements().size();

    int with =
        CountedSql.during(() -> agent.get(news + "&seen-viewers=" + mark(page, "viewers")))
            .statements()
            .size();

    assertThat(with - without).isLessThanOrEqualTo(4);
  }

  private static String mark(String page, String part) {
    Matcher matcher =
        Pattern.compile("id=\"incident-" + part + "\"[^>]*data-seen=\"([0-9a-f]+)\"").matcher(page);
    assertThat(matcher.find()).as(part).isTrue();
    return matcher.group(1);
  }
}
