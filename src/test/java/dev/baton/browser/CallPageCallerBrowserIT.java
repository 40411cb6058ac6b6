package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Who is taken for the caller on the page "Log a call" when somebody is faster than the server. */
abstract class CallPageCallerBrowserIT {

  private static final String PAGE = "/desk/calls/new";
  private static final String OPTION = ".baton-choices:not([hidden]) [role=option]";
  private static final String FIRST = OPTION + "[aria-selected=true]";
  private static final String FOCUS = "return document.activeElement.id === arguments[0]";
  private static final String ALL = Keys.chord(Keys.CONTROL, "a");
  private static final String NAME = "return document.querySelector('#call-name').value";

  /** Keeps every answer from an address back until it is released. */
  private static final String HOLD =
      """
      const {fetch} = window;
      window.held = [];
      window.fetch = async (address, ...more) => {
        const answer = await fetch(address, ...more);
        if (address.startsWith(arguments[0])) await new Promise(go => window.held.push(go));
        return answer;
      };
      """;

  private static final String RELEASE =
      """
      window.held[arguments[0]]?.();
      return window.held.length > arguments[0];
      """;

  /** Longer than the page waits for somebody who types on. */
  private static final String LATER =
      "window.batonLater ??= Date.now(); return Date.now() - window.batonLater > 400;";

  private final DemoDeskProgram desk;

  CallPageCallerBrowserIT(DemoDeskProgram desk) {
    this.desk = desk;
  }

  @Test
  void enterTakesNobodyFromAListForAnEarlierText() {
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn(PAGE, "agent", "baton");
      agent.press("reid");
      agent.awaitText(FIRST, "Callum Reid");
      agent.ask(HOLD, "/desk/calls/suggestions");
      agent.press(ALL + "ashdown" + Keys.ENTER);
      release(agent, 0);

      agent.awaitThat("on to the subject", FOCUS, "call-subject");
      assertThat(agent.ask(NAME)).isEqualTo("Beatrice Ashdown");
    }
  }

  @Test
  void enterTakesNobodyFromAListThatWasClosed() {
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn(PAGE, "agent", "baton");
      agent.press("reid");
      agent.awaitText(FIRST, "Callum Reid");
      agent.press(Keys.ESCAPE);
      agent.ask(HOLD, "/desk/calls/suggestions");
      agent.press(ALL + "ashdown" + Keys.ENTER);
      agent.awaitThat("the pause is over", LATER);
      release(agent, 0);

      agent.awaitThat("on to the subject", FOCUS, "call-subject");
      assertThat(agent.ask(NAME)).isEqualTo("Beatrice Ashdown");
    }
  }

  @Test
  void aMissingCallerIsShownWhereOneIsEntered() {
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn(PAGE, "agent", "baton");
      agent.press("Vera Vanished");
      agent.awaitText(FIRST, "New caller “Vera Vanished”");
      agent.press(Keys.ENTER);
      agent.awaitThat("the client comes first", FOCUS, "call-client");
      agent.type("#call-name", "");
      agent.type("#call-subject", "Shredder is blocked");
      agent.click("#call-incident", "Open incident");

      agent.awaitText("#call-find .baton-field-problem", "Vera Vanished");
      agent.awaitThat("the problem has the focus", FOCUS, "call-caller");
      assertThat(agent.barriers("body")).isEmpty();
      agent.press(ALL + "reid");
      agent.awaitText(FIRST, "Callum Reid");
      agent.press(Keys.ENTER);
      agent.awaitText("#call-who", "Callum Reid");
    }
  }

  @Test
  void aLateCardOfAnotherCallerIsNotShown() {
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn(PAGE, "agent", "baton");
      agent.ask(HOLD, "/desk/calls/caller");
      agent.press("reid");
      agent.click(OPTION, "Callum Reid");
      agent.awaitThat("on to the subject", FOCUS, "call-subject");
      agent.clickByMouse("#call-caller", "");
      agent.press(ALL + "ashdown");
      agent.click(OPTION, "Beatrice Ashdown");
      release(agent, 1);
      agent.awaitText("#call-who", "Beatrice Ashdown");
      release(agent, 0);
      agent.type("#call-subject", "Keyboard sticks");
      assertThat(agent.ask("return document.querySelector('#call-who').textContent"))
          .asString()
          .contains("Beatrice Ashdown");
    }
  }

  @Test
  void aLateCardIsNotShownToWhoeverHasGoneOn() {
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn(PAGE, "agent", "baton");
      agent.ask(HOLD, "/desk/calls/caller");
      agent.press("reid");
      agent.click(OPTION, "Callum Reid");
      agent.awaitThat("on to the subject", FOCUS, "call-subject");
      agent.clickByMouse("#call-caller", "");
      agent.press(ALL + "Vera Vanished");
      agent.click(OPTION, "New caller “Vera Vanished”");
      release(agent, 0);
      agent.type("#call-subject", "Keyboard sticks");
      assertThat(agent.ask("return document.querySelector('#call-who').hidden")).isEqualTo(true);
      assertThat(
              agent.ask(
                  """
                  return ['client', 'name', 'phone', 'email'].map(
                      id => document.querySelector('#call-' + id).value).join('|')
                  """))
          .isEqualTo("|Vera Vanished||");

      agent.type("#call-client", "Harcourt Vane LLP");
      agent.clickByMouse("#call-name", "");
      agent.press(ALL + "ashdown");
      agent.click(OPTION, "Beatrice Ashdown");
      agent.awaitThat("on to the subject", FOCUS, "call-subject");
      agent.click("#call-change", "Change caller");
      agent.awaitThat("another caller", FOCUS, "call-caller");
      release(agent, 1);
      agent.type("#call-subject", "Keyboard sticks again");
      assertThat(agent.ask("return document.querySelector('#call-find').hidden")).isEqualTo(false);
    }
  }

  private static void release(Browser agent, int answer) {
    agent.awaitThat("an answer to release", RELEASE, answer);
  }
}
