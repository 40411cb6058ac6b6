package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An agent at the telephone: who calls, what is wrong in the form, and what to tell the caller. */
abstract class LogAContactBrowserIT {

  private static final String FORM =
      "/camunda/app/tasklist/default/#/?processStart=incident-lifecycle";
  private static final String START = ".modal-footer button[type=submit]";
  private static final String OPTION = ".baton-choices:not([hidden]) [role=option]";
  private static final String PRESS =
      """
      document.activeElement.dispatchEvent(
          new KeyboardEvent('keydown', {key: arguments[0], bubbles: true, cancelable: true}));
      """;
  private static final String VALUES =
      """
      return ['requesterName', 'requesterEmail', 'requesterPhone', 'client'].map(
          key => document.querySelector(`input[id$=${key}Field]`).value).join('|');
      """;

  /** Longer than the form waits before it takes over what was typed, and draws its fields anew. */
  private static final String LATER =
      "window.batonLater ??= Date.now(); return Date.now() - window.batonLater > 900;";

  private final DemoDeskProgram desk;

  LogAContactBrowserIT(DemoDeskProgram desk) {
    this.desk = desk;
  }

  @Test
  void aCallerFoundByPhoneNumberFillsTheForm() {
    try (Browser agent = new Browser(desk.port())) {
      openForm(agent);
      search(agent, "requesterPhoneField", "0044 (0)20 7946-0342");
      agent.awaitText(OPTION, "Callum Reid");
      agent.picture("log-a-contact-callers");
      agent.ask(PRESS, "ArrowDown");
      agent.ask(PRESS, "Enter");

      agent.awaitThat("the form has been drawn anew", LATER);
      assertThat(agent.ask(VALUES))
          .isEqualTo("Callum Reid|c.reid@harcourtvane.example|+44 20 7946 0342|Harcourt Vane LLP");
      assertThat(agent.barriers(".modal-dialog .baton-call")).isEmpty();
    }
  }

  @Test
  void aCallerChosenByMouseFillsTheForm() {
    try (Browser agent = new Browser(desk.port())) {
      openForm(agent);
      search(agent, "requesterNameField", "Mir");
      agent.awaitText(OPTION, "Alpenwerk Maschinenbau GmbH");
      agent.click(OPTION, "Miriam Vogel");

      agent.awaitThat("the form has been drawn anew", LATER);
      assertThat(agent.ask(VALUES))
          .isEqualTo(
              "Miriam Vogel|miriam.vogel@alpenwerk.example|+49 89 5550 231"
                  + "|Alpenwerk Maschinenbau GmbH");
    }
  }

  @Test
  void problemsAreShownAtTheirFieldsAndNothingTypedIsLost() {
    try (Browser agent = new Browser(desk.port())) {
      openForm(agent);
      fill(agent, "Fax machine hums");
      agent.type("input[id$=clientField]", "harcort");
      agent.type("input[id$=toTeamField]", "helpdesk");
      agent.click(START, "");

      agent.awaitText(".baton-field-problem", "There is no client “harcort”.");
      agent.awaitText(".baton-field-problem", "There is no team “helpdesk”.");
      agent.awaitThat(
          "the first problem has the focus",
          "return document.activeElement.id.endsWith('clientField')"
              + " && document.activeElement.getAttribute('aria-invalid') === 'true'");
      agent.picture("log-a-contact-problems");
      assertThat(agent.ask("return document.querySelector('textarea[id$=descriptionField]').value"))
          .isEqualTo("It does not stop.");
      assertThat(agent.barriers(".fjs-form")).isEmpty();

      search(agent, "clientField", "harc");
      agent.click(OPTION, "Harcourt Vane LLP");
      search(agent, "toTeamField", "serv");
      agent.click(OPTION, "Service desk");
      search(agent, "serviceField", "");
      agent.ask(PRESS, "ArrowDown");
      agent.click(OPTION, "Telephony");
      agent.click(START, "");
      agent.awaitText("dialog h2", "opened");
    }
  }

  @Test
  void theNumberIsShownWithWhatToTellTheCallerAndTheFormOpensOneIncident() {
    try (Browser agent = new Browser(desk.port())) {
      openForm(agent);
      fill(agent, "Badge reader beeps twice");
      agent.ask(
          "const start = document.querySelector(arguments[0]); start.click(); start.click();",
          START);

      agent.awaitText("dialog h2", "opened");
      agent.awaitText("dialog", "We aim to resolve it by");
      List<String> numbers =
          JsonPath.read(
              desk.get("/api/v1/incidents?q=Badge+reader+beeps", "agent"), "$.items[*].number");
      assertThat(numbers).hasSize(1);
      agent.awaitText("dialog h2", numbers.get(0) + " opened");
      assertThat(agent.ask("return document.querySelector('dialog a').getAttribute('href')"))
          .isEqualTo("/desk/incidents/" + numbers.get(0));
      agent.picture("log-a-contact-opened");
      assertThat(agent.barriers("dialog")).isEmpty();

      agent.click("dialog button", "Log another contact");
      agent.awaitThat(
          "an empty form",
          "return document.querySelector('input[id$=subjectField]')?.value === ''"
              + " && !document.querySelector('dialog')");
    }
  }

  @Test
  void aContactWithoutAnIncidentIsLogged() {
    try (Browser agent = new Browser(desk.port())) {
      openForm(agent);
      agent.click(".fjs-form-field-radio label", "Information only");
      agent.click(START, "");
      agent.awaitText(".baton-field-problem", "Choose the client");
      agent.awaitText(".baton-field-problem", "Enter what was said");
      agent.type("input[id$=clientField]", "straits-cargo");
      agent.type("textarea[id$=descriptionField]", "Asks for our opening hours.");
      agent.click(START, "");
      agent.awaitText("dialog h2", "Contact logged.");
      agent.click("dialog button", "Close");
      agent.awaitThat("nothing is left", "return !document.querySelector('dialog, .modal-dialog')");
    }
  }

  private static void openForm(Browser agent) {
    agent.signIn("/camunda/app/tasklist/default/", "agent", "baton");
    agent.open(FORM);
    agent.awaitThat(
        "the form",
        "return !!document.querySelector('input[id$=requesterNameField][role=combobox]')");
  }

  private static void fill(Browser agent, String subject) {
    agent.type("input[id$=requesterNameField]", "Nell Archer");
    agent.type("input[id$=requesterEmailField]", "n.archer@harcourtvane.example");
    agent.type("input[id$=clientField]", "harcourt-vane");
    agent.type("input[id$=subjectField]", subject);
    agent.type("textarea[id$=descriptionField]", "It does not stop.");
    agent.choose("impactField", "Low");
    agent.choose("urgencyField", "Low");
  }

  /** Types as somebody who stays in the field. */
  private static void search(Browser agent, String field, String text) {
    agent.ask("document.querySelector(`input[id$=${arguments[0]}]`).focus()", field);
    agent.type("input[id$=" + field + "]", text);
  }
}
