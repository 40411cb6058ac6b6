package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Mails of unknown senders are sorted where they are read, by keyboard as well. */
abstract class ContactsBrowserIT {

  private static final String OPTION = "ul.baton-choices:not([hidden]) [role=option]";

  private final DemoDeskProgram desk;

  ContactsBrowserIT(DemoDeskProgram desk) {
    this.desk = desk;
  }

  @Test
  void mailsAreSortedOneAfterTheOtherUntilNoneIsLeft() {
    String number =
        JsonPath.read(
            desk.post(
                "/api/v1/incidents",
                "agent",
                """
                {"client": "harcourt-vane", "channel": "PHONE", "subject": "Deal room invitations expire",
                 "requester": {"email": "p.raman@harcourtvane.example"}, "description": "At once.",
                 "impact": "LOW", "urgency": "LOW"}
                """),
            "$.number");
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn("/desk/contacts", "agent", "baton");
      agent.awaitText("#contacts-found", "incoming");
      looksRight(agent, "contacts");
      agent.open("/desk/contacts?kind=ABANDONED");
      agent.awaitText("#contacts-found", "Abandoned call");
      agent.click(".baton-tabs a", "To sort (2)");
      agent.awaitText("#contacts-found", "A machine wrote it");
      looksRight(agent, "contacts-to-sort");

      agent.click("#contacts-found a", "Access to the deal room");
      agent.awaitText(".baton-contact-why", "The sender is not known.");
      looksRight(agent, "contact");
      lookFor(agent, "deal room inv", number);
      assertThat(agent.barriers("body")).isEmpty();
      lookFor(agent, "deal room inv", number);
      agent.press(Keys.ARROW_DOWN);
      agent.press(Keys.ENTER);
      agent.awaitThat(
          "the incident is chosen",
          "return document.querySelector('#link-incident').value.startsWith(arguments[0])",
          number);
      agent.press(Keys.ENTER);

      agent.awaitText("#contacts-outcome", "is linked to " + number);
      agent.awaitText("h1", "early bird tickets");
      assertThat(agent.ask("return document.activeElement.id")).isEqualTo("contacts-outcome");
      agent.click("#contact-dismiss summary", "Dismiss");
      agent.choosePlain("#dismiss-reason", "spam or advertising");
      agent.click("#contact-dismiss button", "Dismiss");
      agent.awaitText("#contacts-outcome", "was dismissed: spam or advertising");
      agent.awaitText(".baton-empty", "Nothing to sort");
      assertThat(agent.barriers("body")).isEmpty();

      agent.open("/desk/contacts/quarantine");
      agent.awaitText(".baton-empty", "No mail is in quarantine.");
      assertThat(agent.barriers("body")).isEmpty();
      agent.open("/desk/major");
      agent.awaitText("h1", "Major incidents");
      looksRight(agent, "majors");
    }
  }

  /** Types into the empty field until the incident is offered. */
  private static void lookFor(Browser agent, String text, String number) {
    agent.ask(
        "const field = document.querySelector('#link-incident'); field.blur(); field.value = '';"
            + " field.focus()");
    agent.press(text);
    agent.awaitText(OPTION, number);
  }

  private static void looksRight(Browser agent, String name) {
    for (int width : new int[] {390, 1440}) {
      agent.width(width);
      agent.awaitThat(
          "no sideways scrolling",
          "return document.documentElement.scrollWidth <= window.innerWidth + 1");
      assertThat(agent.barriers("body")).as(name).isEmpty();
      agent.picture(name + "-" + width);
    }
  }
}
