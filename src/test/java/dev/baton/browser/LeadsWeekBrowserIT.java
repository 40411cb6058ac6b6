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
  void shiftsAreDraggedToAnotherPersonOrDayAndNothingIsKeptBeforeSave() {
    aTeamOfTwo();
    try (Browser lead = new Browser(desk.port())) {
      lead.signIn("/desk/people/week?team=quay&week=2027-03-01", "team-lead", "baton");
      lead.drag(shiftOf("quinn", "2027-03-02"), day("rosa", "2027-03-02"), false);
      lead.awaitText(".baton-drag-ghost", "Rosa Lind takes over");
      lead.press(Keys.ESCAPE);
      lead.awaitThat("dropped", "return !document.querySelector('.baton-drag-ghost')");
      lead.letGo();
      lead.drag(shiftOf("quinn", "2027-03-02"), day("rosa", "2027-03-04"), true);
      assertThat(lead.ask("return document.querySelector('#people-form').childElementCount"))
          .as("neither the same day nor the same person, and Escape before")
          .isEqualTo(0L);

      lead.drag(shiftOf("quinn", "2027-03-02"), day("rosa", "2027-03-02"), true);
      lead.awaitThat(
          "the form is filled in",
          "return document.querySelector('#rota-taker')?.value === 'Rosa Lind (rosa)'"
              + " && document.querySelector('#rota-from').value === '2027-03-02T07:00'");
      assertThat(lead.barriers("body")).isEmpty();
      lead.picture("people-swap-1440");
      lead.press(Keys.ESCAPE);
      lead.awaitThat("closed", "return !document.querySelector('#people-form form')");
      lead.open("/desk/people/week?team=quay&week=2027-03-01");
      assertThat(lead.ask("return !!document.querySelector('.baton-period-mark')"))
          .as("nothing was kept")
          .isEqualTo(false);

      lead.drag(shiftOf("quinn", "2027-03-02"), day("rosa", "2027-03-02"), true);
      lead.click(".baton-rota-form button[type=submit]", "Save swap");
      lead.awaitText("#people-notice", "Rosa Lind takes over from Quinn Bell");
      lead.awaitText(day("rosa", "2027-03-02"), "takes over from Quinn Bell");

      lead.open("/desk/people/month?team=quay&month=2027-03");
      lead.awaitText(day("rosa", "2027-03-02"), "takes over from Quinn Bell");
      lead.drag(shiftOf("quinn", "2027-03-03"), day("quinn", "2027-03-06"), true);
      lead.awaitThat(
          "the form is filled in",
          "return document.querySelector('#rota-newFrom')?.value === '2027-03-06T07:00'"
              + " && document.querySelector('#rota-newUntil').value === '2027-03-06T15:00'");
      lead.click(".baton-rota-form button[type=submit]", "Save move");
      lead.awaitText("#people-notice", "Shift of Quinn Bell moved");
      lead.awaitText(day("quinn", "2027-03-06"), "moved from");
      assertThat(lead.barriers("body")).isEmpty();
      lead.picture("people-month-1440");
    }
  }

  @Test
  void theMonthIsReadAndChangedByKeyboard() {
    aTeamOfTwo();
    try (Browser lead = new Browser(desk.port())) {
      lead.width(390);
      lead.signIn("/desk/people/month?team=quay&month=2027-05", "team-lead", "baton");
      lead.awaitThat(
          "a cell to begin with",
          "const cell = document.querySelector('.baton-month td[tabindex=\"0\"]');"
              + " cell?.focus(); return !!cell");
      lead.press(Keys.END);
      lead.press(Keys.ARROW_LEFT);
      lead.press(Keys.ARROW_UP);
      lead.press(Keys.ARROW_DOWN);
      lead.awaitThat(
          "the last but one",
          "return document.activeElement.dataset.day === '2027-05-30'"
              + " && document.querySelector('.baton-month-scroll').scrollLeft > 0");
      lead.awaitThat(
          "the names stay",
          "return document.querySelector('tr[data-login=quinn] th').getBoundingClientRect().left >= 0");
      lead.awaitThat("no sideways scrolling of the page", FITS);
      assertThat(lead.barriers("body")).isEmpty();
      lead.picture("people-month-390");
      enterOnACoveredDayAsksForNothing(lead);
      lead.ask("document.querySelector(arguments[0]).focus()", day("quinn", "2027-05-04"));
      lead.press(Keys.ENTER);
      focusIsOn(lead, "rota-day-title");
      assertThat(lead.barriers("body")).isEmpty();
      lead.picture("people-day-390");
      lead.press(Keys.ESCAPE);
      lead.awaitThat(
          "the focus is back", "return document.activeElement.dataset.day === '2027-05-04'");
      lead.press(Keys.ENTER);
      lead.click(".baton-rota-day a", "Move");
      lead.awaitText("#rota-form-title", "Move a shift");
      lead.type("#rota-newFrom", "2027-05-05T06:00");
      lead.type("#rota-newUntil", "2027-05-05T14:00");
      lead.click(".baton-rota-form button[type=submit]", "Save move");
      lead.awaitText("#rota-newFrom-problem", "Quinn Bell cannot work then");
      focusIsOn(lead, "rota-newFrom");
    }
  }

  private static void enterOnACoveredDayAsksForNothing(Browser lead) {
    lead.awaitThat(
        "a day on which everything is covered",
        "const cell = document.querySelector('.baton-month-gaps td:not(:has(a))'); cell?.focus();"
            + " return document.activeElement === cell && !cell.dataset.day");
    lead.ask(
        "window.asked = [];"
            + " addEventListener('htmx:beforeRequest',"
            + " event => asked.push(event.detail.requestConfig.path))");
    lead.press(Keys.ENTER);
    assertThat(lead.ask("return asked.join()")).isEqualTo("");
  }

  private static String day(String login, String day) {
    return "tr[data-login='%s'] td[data-day='%s']".formatted(login, day);
  }

  private static String shiftOf(String login, String day) {
    return day(login, day) + " .baton-period[data-from]";
  }

  /** Quinn works early from Monday to Friday, Rosa on Mondays. */
  private void aTeamOfTwo() {
    desk.put("/api/v1/teams/quay", "admin", "{\"name\": \"Quay\", \"hours\": \"desk-hours\"}");
    colleague(
        "quinn", "Quinn Bell", "\"monday\", \"tuesday\", \"wednesday\", \"thursday\", \"friday\"");
    colleague("rosa", "Rosa Lind", "\"monday\"");
  }

  private void colleague(String login, String name, String days) {
    desk.put(
        "/api/v1/agents/" + login,
        "admin",
        """
        {"name": "%s", "email": "%s@desk.example", "zone": "Europe/Berlin",
         "language": "en", "roles": ["agent"], "teams": ["quay"]}
        """
            .formatted(name, login));
    if (desk.get("/api/v1/agents/" + login + "/weekly-shifts", "team-lead").contains("07:00")) {
      return;
    }
    desk.post(
        "/api/v1/agents/" + login + "/weekly-shifts",
        "team-lead",
        "{\"days\": [%s], \"start\": \"07:00\", \"end\": \"15:00\", \"validFrom\": \"2027-03-01\"}"
            .formatted(days));
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

  @Test
  void theLeadsPagesAreReadAtAnyWidthInBothLanguages() {
    String major = reported("The yard gate does not open");
    desk.post(
        "/api/v1/incidents/" + major + "/declare-major",
        "team-lead",
        "{\"reason\": \"No truck gets in\"}");
    List<String> pages =
        List.of(
            "/desk/people",
            "/desk/people/week?team=service-desk",
            "/desk/people/month?team=service-desk",
            "/desk/people/agents/agent",
            "/desk/contacts",
            "/desk/contacts/to-sort",
            "/desk/contacts/quarantine",
            "/desk/contacts/blocked",
            "/desk/escalations",
            "/desk/major",
            "/desk/major/" + major);
    try (Browser lead = new Browser(desk.port())) {
      lead.signIn("/desk/people", "team-lead", "baton");
      for (String language : List.of("en", "de")) {
        lead.speak(language);
        for (String page : pages) {
          lead.open(page);
          String name = "lead-" + language + page.replaceAll("[^a-z]+", "-");
          for (int width : new int[] {390, 1100, 1440}) {
            lead.width(width);
            lead.awaitThat("no sideways scrolling of " + page, FITS);
            lead.picture(name + "-" + width);
          }
          assertThat(lead.barriers("body")).as(name).isEmpty();
        }
      }
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
