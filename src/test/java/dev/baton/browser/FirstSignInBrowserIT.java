package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A newcomer's first sign-in with a second factor, and a device that signs somebody in. */
abstract class FirstSignInBrowserIT {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";

  /** Far longer than it takes, on a machine that does much else; far shorter than the start. */
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(15);

  private static final int PHONE = 390;
  private static final int SCREEN = 1440;
  private static final String REQUIRE =
      """
      const request = new XMLHttpRequest();
      request.open('PUT', '/api/v1/second-factor/roles/' + arguments[0], false);
      request.setRequestHeader('X-BATON-CSRF', document.cookie.match(/BATON-CSRF=([^;]*)/)[1]);
      request.send();
      return request.status;
      """;

  private final DemoDeskProgram desk;

  FirstSignInBrowserIT(DemoDeskProgram desk) {
    this.desk = desk;
  }

  @Test
  void whileTheDemonstrationIsPreparedEverybodyIsToldSoAtOnce() {
    assertThat(desk.startUp())
        .filteredOn(answer -> answer.status() != 200)
        .isNotEmpty()
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(503);
              assertThat(answer.body()).contains("The demonstration is being prepared");
            });
    assertThat(desk.startUp())
        .extracting(DemoDeskProgram.StartUpAnswer::took)
        .allMatch(took -> took.compareTo(LONGEST_ANSWER) < 0);
  }

  @Test
  void peopleAreMadeInBatonAndNotInAdmin() {
    try (Browser admin = new Browser(desk.port())) {
      admin.signIn("/desk/admin/setup", "admin", "baton");
      admin.awaitText("h1", "Set-up guide");
      for (String page : new String[] {"users", "user-create", "groups", "group-create"}) {
        admin.open("/camunda/app/admin/default/#/" + page);
        admin.awaitText("h1", "Agents");
      }
      admin.open("/camunda/app/admin/default/#/authorization");
      admin.awaitText("body", "Authorizations");
      admin.ask("location.hash = '#/users'");
      admin.awaitText("h1", "Agents");
    }
  }

  @Test
  void theGuideIsReadOnAnyScreen() {
    try (Browser admin = new Browser(desk.port())) {
      admin.signIn("/desk/admin/setup", "admin", "baton");
      for (String language : new String[] {"en", "de"}) {
        admin.speak(language);
        for (int width : new int[] {1440, 390}) {
          admin.width(width);
          admin.open("/desk/admin/setup");
          admin.awaitText(
              "#step-incident", language.equals("en") ? "Test incident" : "Teststörung");
          isReadable(admin, "setup-%s-%d".formatted(language, width));
          admin.ask("document.querySelector('#step-mailIn').scrollIntoView()");
          admin.picture("setup-end-%s-%d".formatted(language, width));
          admin.open("/desk/admin/agents/new");
          admin.awaitText("#content", language.equals("en") ? "Invite by email" : "Per E-Mail");
          admin.ask("document.querySelector('#invite').scrollIntoView({block: 'center'})");
          isReadable(admin, "agent-new-%s-%d".formatted(language, width));
          admin.open("/invitation/none");
          admin.awaitText("h1", language.equals("en") ? "no longer valid" : "nicht mehr gültig");
          admin.picture("invitation-none-%s-%d".formatted(language, width));
          assertThat(admin.barriers("body")).isEmpty();
        }
      }
    }
  }

  private static void isReadable(Browser admin, String name) {
    admin.picture(name);
    assertThat(admin.barriers("#content")).as(name).isEmpty();
    assertThat(
            (Boolean) admin.ask("return document.documentElement.scrollWidth <= window.innerWidth"))
        .as("nothing sticks out of %s", name)
        .isTrue();
  }

  @Test
  void aNewcomerSetsUpASecondFactorAndComesToTheirWork() {
    try (Browser admin = new Browser(desk.port())) {
      signInToAccount(admin, "admin");
      assertThat(admin.ask(REQUIRE, "qa-specialist")).isEqualTo(204L);
    }
    try (Browser newcomer = new Browser(desk.port())) {
      newcomer.open(TASKLIST);
      look(newcomer, "h1", "Sign in", "sign-in");
      newcomer.type("#login", "qa-specialist");
      newcomer.type("#password", "not this");
      newcomer.click("button[type=submit]", "");
      look(newcomer, "#problem", "Incorrect username or password", "sign-in-wrong");

      newcomer.type("#password", "baton");
      newcomer.click("button[type=submit]", "");
      look(newcomer, "h1", "Set up a second factor", "second-factor-set-up");
      PhoneApp phone =
          new PhoneApp((String) newcomer.ask("return document.getElementById('secret').innerText"));
      newcomer.type("#code", phone.code(Clock.systemUTC()));
      newcomer.click("button[type=submit]", "Turn on");

      look(newcomer, "h1", "Your recovery codes", "recovery-codes");
      String recovery =
          (String) newcomer.ask("return document.querySelector('.baton-codes code').innerText");
      newcomer.click("#go-on", "");
      newcomer.awaitText("body", "Ines Albrecht");

      signOutOfTasklist(newcomer);
      look(newcomer, "[role=status]", "You have signed out", "signed-out");

      newcomer.type("#login", "qa-specialist");
      newcomer.type("#password", "baton");
      newcomer.click("button[type=submit]", "");
      look(newcomer, "h1", "Two-step verification", "second-step");
      newcomer.type("#code", recovery);
      newcomer.click("button[type=submit]", "");
      newcomer.awaitText("body", "Ines Albrecht");
      newcomer.open("/account");
      look(newcomer, "body", "9 recovery codes are left", "account");
    }
  }

  @Test
  void aDeviceSignsItsOwnerInWithAPasskey() {
    try (Browser owner = new Browser("localhost", desk.port())) {
      owner.plugInAuthenticator();
      signInToAccount(owner, "trainer");
      owner.click("#confirm-passkey", "");
      look(owner, "h1", "Confirm your password", "confirm-password");
      owner.type("#password", "baton");
      owner.click("button[type=submit]", "");
      owner.awaitText("h1", "Your account");
      owner.type("#label", "Paul’s laptop");
      owner.click("#add-passkey button", "");
      owner.awaitText("[role=status]", "The passkey has been added");
      owner.awaitText("#passkeys-title ~ ul", "Paul’s laptop");
      owner.picture("account-passkey");

      owner.click("#sign-out", "");
      owner.awaitText("[role=status]", "You have signed out");
      owner.open("/sign-in?continue=%2Faccount");
      look(owner, "#passkey", "Sign in with a passkey", "sign-in-passkey");
      owner.click("#passkey", "");
      owner.awaitText("h1", "Your account");
      owner.awaitText("header", "trainer");

      owner.click("#passkeys-title ~ ul button", "Remove");
      owner.awaitText("[role=status]", "The passkey has been removed");
      owner.click("#sign-out", "");
      owner.awaitText("#passkey", "Sign in with a passkey");
      owner.click("#passkey", "");
      owner.awaitText("#passkey-problem", "That did not work");
    }
  }

  private static void signInToAccount(Browser person, String login) {
    person.open("/account");
    person.type("#login", login);
    person.type("#password", "baton");
    person.click("button[type=submit]", "");
    person.awaitText("h1", "Your account");
  }

  private static void signOutOfTasklist(Browser person) {
    person.click(".account .dropdown-toggle", "");
    person.click(".account a", "Log out");
  }

  /** Waits for the page, and looks at it at both widths. */
  private static void look(Browser person, String selector, String text, String name) {
    person.awaitText(selector, text);
    assertThat(person.barriers("html")).isEmpty();
    person.width(PHONE);
    person.picture(name + "-" + PHONE);
    assertThat(
            (Boolean)
                person.ask(
                    "return document.documentElement.scrollWidth"
                        + " <= document.documentElement.clientWidth"))
        .as(name + " fits a phone")
        .isTrue();
    person.width(SCREEN);
    person.picture(name + "-" + SCREEN);
  }
}
