package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.baton.browser.Browser.Acts;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page "Log a call", and how many clicks, fields and keys the acts of a day take. */
abstract class CallPageBrowserIT {

  private static final String PAGE = "/desk/calls/new";
  private static final String OPTION = ".baton-choices:not([hidden]) [role=option]";
  private static final String OUTCOME = "#call-outcome h2";
  private static final String FOCUS = "return document.activeElement.id === arguments[0]";

  private final DemoDeskProgram desk;

  CallPageBrowserIT(DemoDeskProgram desk) {
    this.desk = desk;
  }

  @Test
  void aKnownCallersCallTakesFourFieldsAndFourClicks() {
    try (Browser agent = new Browser(desk.port())) {
      agent.countActs();
      agent.signIn("/desk", "agent", "baton");
      agent.awaitText("h1", "Incidents");
      agent.acts();

      agent.clickByMouse("main a", "Log a call");
      agent.awaitThat("the field for the caller", FOCUS, "call-caller");
      agent.press("0044 (0)20 7946-0342");
      agent.clickByMouse(OPTION, "Callum Reid");
      agent.awaitThat("on to the subject", FOCUS, "call-subject");
      agent.awaitText("#call-who", "Harcourt Vane LLP");
      agent.awaitText("#call-who", "Europe/London");
      agent.awaitText("#call-open .baton-due", "left");
      agent.press("Headset crackles");
      agent.press(Keys.TAB);
      agent.press("Only in the left ear.");
      agent.press(Keys.TAB);
      agent.press("tele");
      agent.clickByMouse(OPTION, "Telephony");
      agent.clickByMouse("#call-incident", "Open incident");
      agent.awaitText(OUTCOME, "opened");
      Acts byMouse = agent.acts();
      assertThat(byMouse.clicks()).isEqualTo(4);
      assertThat(byMouse.fields()).isEqualTo(4);
      agent.awaitText("#call-outcome", "We aim to resolve it by");
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("call-opened");

      agent.press("n");
      agent.awaitThat("the next call", FOCUS, "call-caller");
      agent.press("reid");
      agent.awaitText(OPTION + "[aria-selected=true]", "Callum Reid");
      agent.press(Keys.ENTER);
      agent.awaitThat("on to the subject", FOCUS, "call-subject");
      agent.press("Headset hums");
      agent.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
      agent.awaitText(OUTCOME, "opened");
      Acts byKeyboard = agent.acts();
      assertThat(byKeyboard.clicks()).isZero();
      assertThat(byKeyboard.fields()).isEqualTo(2);
      assertThat(byKeyboard.keys()).isEqualTo(3);
      assertThat(numbers("headset")).hasSize(2);
    }
  }

  @Test
  void waitingResolvingAndFindingTakeTheseClicksAndKeys() {
    String number = claimed("Projector lamp flickers");
    try (Browser agent = new Browser(desk.port())) {
      agent.countActs();
      agent.signIn("/desk/incidents/" + number, "agent", "baton");
      agent.awaitText("#incident-then", "Send and wait");
      agent.press("r");
      agent.press("Dear Callum, in which room?");
      agent.acts();
      agent.clickByMouse("#incident-then-HOLD", "Send and wait");
      agent.awaitText("#incident-notice", "is on hold until");
      assertThat(agent.acts()).isEqualTo(new Acts(1, 0, 0));

      agent.press("r");
      agent.press("Dear Callum, a new lamp is in.");
      agent.acts();
      agent.clickByMouse("#incident-then-fold summary", "Send and resolve");
      agent.clickByMouse("#incident-then-RESOLVE", "Send and resolve");
      agent.awaitText("#incident-notice", number + " is resolved");
      assertThat(agent.acts()).isEqualTo(new Acts(2, 0, 0));

      for (String words :
          List.of("flickers", "lamp is in", "Callum Reid", "7946 0342", "c.reid@harcourtvane")) {
        agent.press("/");
        agent.press(words);
        agent.press(Keys.ENTER);
        agent.awaitThat(
            "results for " + words,
            "return new URLSearchParams(location.search).get('q') === arguments[0]"
                + " && !!document.querySelector('.baton-search li')",
            words);
        assertThat(agent.acts()).as(words).isEqualTo(new Acts(0, 1, 2));
      }
      agent.open("/desk/search?q=flickers");
      agent.awaitText(".baton-search li", number);
      agent.press(Keys.ESCAPE);
      agent.acts();
      agent.open("/desk");
      agent.awaitText("h1", "Incidents");
      agent.press("/");
      agent.press(number);
      agent.press(Keys.ENTER);
      agent.awaitThat("its page", "return location.pathname.endsWith(arguments[0])", number);
      assertThat(agent.acts()).isEqualTo(new Acts(0, 1, 2));
    }
  }

  @Test
  void aNewCallerIsEnteredAndNothingTypedIsLost() {
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn(PAGE, "agent", "baton");
      agent.click("#call-incident", "Open incident");
      agent.awaitText(".baton-field-problem", "Enter the caller");
      agent.awaitText(".baton-field-problem", "Enter a subject.");
      agent.awaitThat("the first problem has the focus", FOCUS, "call-caller");
      assertThat(agent.barriers("body")).isEmpty();

      agent.press("Nora Newcomer");
      agent.awaitText(OPTION + "[aria-selected=true]", "New caller “Nora Newcomer”");
      agent.press(Keys.ENTER);
      agent.awaitThat("the client comes first", FOCUS, "call-client");
      agent.press("straits");
      agent.click(OPTION, "Straits Cargo Logistics Pte Ltd");
      agent.awaitText("#call-open", "Open incidents of this client");
      agent.type("#call-phone", "+65 6555 0199");
      agent.type("#call-subject", "Label printer offline");
      agent.click("#call-more summary", "More");
      agent.type("#call-category", "never-used-before");
      agent.open(PAGE);
      agent.awaitText(".baton-draft", "Draft restored");
      agent.awaitThat(
          "all that was typed",
          """
          return ['name', 'phone', 'client', 'subject'].map(
              id => document.querySelector('#call-' + id).value).join('|')
              === 'Nora Newcomer|+65 6555 0199|Straits Cargo Logistics Pte Ltd|Label printer offline'
              && !document.querySelector('#call-new').hidden;
          """);
      agent.width(390);
      assertThat(agent.barriers("body")).isEmpty();
      agent.awaitThat(
          "no sideways scrolling",
          "return document.documentElement.scrollWidth <= window.innerWidth + 1");
      agent.picture("call-draft-390");

      agent.expireSession();
      agent.click("#call-incident", "Open incident");
      agent.awaitText(".baton-notice a", "Sign in in a new window");
      agent.inAnotherWindow(() -> agent.signIn("/sign-in", "agent", "baton"));
      agent.click("#call-incident", "Open incident");
      agent.awaitText(".baton-field-problem", "“never-used-before” has not been used");
      agent.click("#call-incident", "Open incident");
      agent.awaitText(OUTCOME, "opened");
      agent.picture("call-opened-390");
      assertThat(numbers("label+printer+offline")).hasSize(1);
      assertThat(desk.get("/desk/calls/suggestions?q=newcomer", "agent")).contains("+65 6555 0199");
      agent.open(PAGE);
      agent.awaitThat(
          "nothing is left",
          "return document.querySelector('#call-subject')?.value === ''"
              + " && !document.querySelector('.baton-draft')");
    }
  }

  @Test
  void aCallIsAddedToAnOpenIncidentOrLoggedWithoutOne() {
    String number = claimed("Scanner skips pages");
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn(PAGE + "?caller=c.reid", "agent", "baton");
      agent.click(OPTION, "Callum Reid");
      agent.click("button[data-add='" + number + "']", "This is about it");
      agent.awaitText(".baton-field-problem", "Enter what was said.");
      agent.type("#call-description", "Now it skips every second page.");
      agent.click("button[data-add='" + number + "']", "This is about it");
      agent.awaitText(OUTCOME, "Call added to " + number);
      assertThat(desk.get("/api/v1/incidents/" + number + "/contacts", "agent"))
          .containsOnlyOnce("Now it skips every second page.");

      agent.click("#call-outcome a", "Next call");
      agent.awaitThat("the next call", FOCUS, "call-caller");
      agent.press("harcourt");
      agent.click(OPTION, "Harcourt Vane LLP");
      agent.awaitThat("who of them", FOCUS, "call-name");
      agent.click(OPTION, "Beatrice Ashdown");
      agent.awaitText("#call-who", "Beatrice Ashdown");
      agent.type("#call-description", "Asks when we close today.");
      agent.click("#call-contact", "Contact only");
      agent.awaitText(OUTCOME, "Contact logged.");
      assertThat(desk.get("/api/v1/contacts?client=harcourt-vane", "team-lead"))
          .containsOnlyOnce("Asks when we close today.");
    }
  }

  private List<String> numbers(String words) {
    return JsonPath.read(desk.get("/api/v1/incidents?q=" + words, "agent"), "$.items[*].number");
  }

  /** The number of a new incident on which the agent works. */
  private String claimed(String subject) {
    String made =
        desk.post(
            "/api/v1/incidents",
            "agent",
            """
            {"client": "harcourt-vane", "channel": "EMAIL", "subject": "%s",
             "impact": "LOW", "urgency": "LOW",
             "requester": {"name": "Callum Reid", "email": "c.reid@harcourtvane.example"}}
            """
                .formatted(subject));
    String number = JsonPath.read(made, "$.number");
    long end = System.nanoTime() + 60_000_000_000L;
    while (System.nanoTime() < end
        && JsonPath.<List<Object>>read(
                desk.get("/api/v1/incidents/" + number + "/tasks", "agent"), "$[*]")
            .isEmpty()) {
      LockSupport.parkNanos(100_000_000L);
    }
    desk.post("/api/v1/incidents/" + number + "/claim", "agent", "{}");
    return number;
  }
}
