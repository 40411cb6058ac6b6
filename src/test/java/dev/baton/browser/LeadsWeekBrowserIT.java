package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A lead looks at who is on duty, and mends a gap in the rota without leaving the page. */
abstract class LeadsWeekBrowserIT {

  private static final String WEEK = "/desk/people/week?team=pier&week=2027-03-01";
  private static final String TUESDAY = ".baton-week-gaps td:nth-of-type(2)";
  private static final String FITS =
      "return document.documentElement.scrollWidth <= window.innerWidth + 1";

  private final DemoDeskProgram desk;

  LeadsWeekBrowserIT(DemoDeskProgram desk) {
    this.desk = desk;
  }

  @Test
  void aGapInTheRotaIsMendedByKeyboard() {
    aTeamWithOnePersonOnMondays();
    try (Browser lead = new Browser(desk.port())) {
      lead.signIn("/desk/people", "team-lead", "baton");
      lead.awaitText(".baton-people-head", "on duty");
      assertThat(lead.barriers("body")).isEmpty();
      lead.picture("people-1440");
      lead.type("#people-q", "Fischer");
      lead.awaitThat(
          "only Lena", "return document.querySelectorAll('#people-found tbody tr').length === 1");

      lead.open(WEEK);
      lead.awaitText(TUESDAY, "Anyone from the team, 07:00–20:00");
      assertThat(lead.barriers("body")).isEmpty();
      lead.picture("people-week-1440");
      lead.ask("document.querySelector(arguments[0] + ' a').focus()", TUESDAY);
      lead.press(Keys.ENTER);
      focusIsOn(lead, "rota-login");
      assertThat(lead.barriers("body")).isEmpty();
      lead.press("Pia Anders");
      lead.press(Keys.ENTER);
      lead.awaitText("#people-notice", "Extra shift added: Pia Anders");
      lead.awaitText(".baton-week", "07:00–20:00 extra");

      lead.ask("document.querySelector('.baton-period-EXTRA + a').focus()");
      lead.press(Keys.ENTER);
      lead.awaitThat(
          "the shift is to be taken off",
          "return document.querySelector('#rota-kind')?.value === 'OFF'");
      lead.press(Keys.ESCAPE);
      lead.awaitThat("closed", "return !document.querySelector('#people-form form')");
      lead.awaitThat(
          "the focus is back", "return document.activeElement.matches('.baton-period-remove')");

      lead.width(390);
      lead.awaitThat("no sideways scrolling", FITS);
      lead.awaitThat(
          "a list by day",
          "return document.querySelector('.baton-week-days').offsetParent !== null"
              + " && document.querySelector('.baton-week').offsetParent === null");
      assertThat(lead.barriers("body")).isEmpty();
      lead.picture("people-week-390");
    }
  }

  @Test
  void anAgentEntersALeaveAndIsToldWhatIsWrong() {
    try (Browser agent = new Browser(desk.port())) {
      agent.speak("de");
      agent.dark();
      agent.signIn("/desk/people/agents/agent", "agent", "baton");
      agent.click(".baton-people-acts a", "Abwesenheit eintragen");
      agent.awaitText("#rota-form-title", "Abwesenheit eintragen");
      agent.type("#rota-from", "2027-05-04T00:00");
      agent.type("#rota-until", "2027-05-03T00:00");
      agent.click(".baton-rota-form button", "Abwesenheit eintragen");
      agent.awaitText("#rota-until-problem", "Das Ende muss nach dem Beginn liegen.");
      focusIsOn(agent, "rota-until");
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("people-absence-dark");
      agent.type("#rota-until", "2027-05-12T00:00");
      agent.click(".baton-rota-form button", "Abwesenheit eintragen");
      agent.awaitText("#people-notice", "Abwesenheit eingetragen: Lena Fischer");
      agent.awaitText(".baton-people-entries", "Urlaub, von Di. 4. Mai");
      agent.width(390);
      agent.awaitThat("no sideways scrolling", FITS);
      assertThat(List.of(agent.ask("return document.activeElement.id")))
          .containsExactly("people-notice");
    }
  }

  private void aTeamWithOnePersonOnMondays() {
    desk.put("/api/v1/teams/pier", "admin", "{\"name\": \"Pier\", \"hours\": \"desk-hours\"}");
    desk.put(
        "/api/v1/agents/pia",
        "admin",
        """
        {"name": "Pia Anders", "email": "pia@desk.example", "zone": "Europe/Berlin",
         "language": "de", "roles": ["agent"], "teams": ["pier"]}
        """);
    desk.post(
        "/api/v1/agents/pia/weekly-shifts",
        "team-lead",
        """
        {"days": ["monday"], "start": "07:00", "end": "20:00", "validFrom": "2027-03-01"}
        """);
  }

  private static void focusIsOn(Browser somebody, String id) {
    somebody.awaitThat(
        "the focus on " + id, "return document.activeElement.id === arguments[0]", id);
  }
}
