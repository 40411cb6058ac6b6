package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A lead looks at who is on duty, mends a gap in the rota, and leads a major incident. */
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

  @Test
  void aMajorIncidentIsLedFromItsDeclarationToItsReviewInTheBrowser() {
    String number = reported("Freight scanners are offline");
    String related = reported("Scanner at gate 3 shows nothing");
    try (Browser lead = new Browser(desk.port())) {
      lead.signIn("/desk/major?incident=" + number, "team-lead", "baton");
      lead.type("#declare-reason", "No goods leave the yard");
      lead.click("#major-declare button", "Declare major incident");
      lead.awaitText("#major-outcome", "Declared a major incident.");
      focusIsOn(lead, "major-outcome");
      lead.awaitText("#major-now", "Next update in");
      assertThat(lead.barriers("body")).isEmpty();

      lead.click("#major-update-form button", "Send update");
      lead.awaitText(".baton-notice-trouble", "Replace every […] with your own words");
      lead.type("#major-client-text", "The radio controller is being replaced.");
      lead.click("#major-desk-draft", "Insert draft");
      lead.awaitThat(
          "the draft is there",
          "return document.querySelector('#major-desk-text').value.startsWith('Cause: […]')");
      lead.type("#major-desk-text", "Cause: water in the controller");
      lead.open("/desk/major/" + number);
      lead.awaitText("#major-update-form", "Draft restored");
      lead.awaitThat(
          "what was typed is there",
          "return document.querySelector('#major-client-text').value.startsWith('The radio')");
      lead.click("#major-update-form button", "Send update");
      lead.awaitText("#major-outcome", "Update sent.");
      lead.awaitText(".baton-major-update", "The radio controller is being replaced.");
      lead.awaitText(".baton-major-update", "water in the controller");
      assertThat(lead.ask("return document.querySelector('#major-desk-text').value")).isEqualTo("");

      lead.click("#major-link-fold summary", "");
      choose(lead, "#major-incident", "at gate 3", related);
      lead.click("#major-link-fold button", "Add");
      lead.awaitText("#major-related", "Related incidents (1)");
      lead.click("#major-role-fold summary", "");
      choose(lead, "#major-person", "Tom", "Tom Whitfield");
      lead.click("#major-role-fold button", "Assign role");
      lead.awaitText(".baton-people-list", "Communications lead: Tom Whitfield");
      assertThat(lead.barriers("body")).isEmpty();
      lead.picture("major-incident-1440");
      lead.open("/desk/incidents/" + number);
      lead.click(".baton-flag-major", "");
      lead.awaitText("h1", "Freight scanners are offline");

      desk.post(
          "/api/v1/incidents/" + number + "/resolve",
          "team-lead",
          "{\"code\": \"FIXED\", \"note\": \"New controller\"}");
      lead.open("/desk/major/" + number);
      lead.click("button[name=resolve]", "Resolve them too");
      lead.awaitText("#major-outcome", "have been resolved");
      lead.awaitText(".baton-people-list", "Resolved");
      lead.type("#major-summary", "The scanners lost their radio.");
      lead.type("#major-cause", "A controller burnt out.");
      lead.type("#major-title-1", "Keep a spare controller");
      choose(lead, "#major-owner-1", "Lena", "Lena Fischer");
      lead.type("#major-due-1", "2031-03-31");
      assertThat(lead.barriers("body")).isEmpty();
      lead.picture("major-review-1440");
      lead.click("#major-review-form button", "Complete review");
      lead.awaitText("#major-outcome", "Review completed.");
      lead.click(".baton-people-list button", "Mark as done");
      lead.awaitText(".baton-people-list", "Done: ");

      lead.width(390);
      lead.awaitThat("no sideways scrolling", FITS);
      lead.dark();
      assertThat(lead.barriers("body")).isEmpty();
      lead.picture("major-incident-390-dark");
    }
  }

  private static void choose(Browser lead, String field, String typed, String option) {
    lead.awaitThat(
        "the field can be typed in",
        "document.querySelector(arguments[0])?.focus(); return document.activeElement.matches(arguments[0])",
        field);
    lead.press(typed);
    lead.awaitText("ul.baton-choices:not([hidden]) [role=option]", option);
    lead.press(Keys.ARROW_DOWN);
    lead.press(Keys.ENTER);
    lead.awaitThat(
        "it is chosen",
        "return document.querySelector(arguments[0]).value.includes(arguments[1])",
        field,
        option);
  }

  private String reported(String subject) {
    return JsonPath.read(
        desk.post(
            "/api/v1/incidents",
            "agent",
            """
            {"client": "harcourt-vane", "channel": "PHONE", "subject": "%s",
             "requester": {"email": "p.raman@harcourtvane.example"}, "description": "At once.",
             "impact": "MEDIUM", "urgency": "LOW"}
            """
                .formatted(subject)),
        "$.number");
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
