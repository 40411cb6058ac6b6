package dev.baton.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.staff.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Changing one's password, and signing out everywhere. */
class AccountIT extends SignInDesk {

  private static final String INCIDENTS = "/api/v1/incidents";
  private static final String NEW = "Quite-another-1!";

  @Autowired JdbcTemplate jdbc;

  @Test
  void aNewPasswordNeedsTheOldOneAndEndsOtherSessions() {
    String login = person(Role.AGENT);
    Visitor other = signedIn(login);
    Visitor visitor = signedIn(login);
    Visitor program = visitor().withPassword(login, PASSWORD);
    assertThat(program.get(INCIDENTS).status()).isEqualTo(200);

    assertThat(change(visitor, "wrong", NEW, NEW).body()).contains("current password is incorrect");
    assertThat(change(visitor, PASSWORD, NEW, "typo").body()).contains("do not match");
    Visitor.Answer weak = change(visitor, PASSWORD, "short", "short");
    assertThat(weak.status()).isEqualTo(422);
    assertThat(weak.body()).contains("text-danger").contains("have at least 12 characters");
    assertThat(change(visitor, PASSWORD, login + "-A1!", login + "-A1!").body())
        .contains("too weak");
    for (String guessable :
        List.of("Password1234!", "qwertyuiop123", "Baton-Baton-1", "112233445566")) {
      assertThat(change(visitor, PASSWORD, guessable, guessable).body())
          .as(guessable)
          .contains("too weak");
    }
    String withoutDigits = "umbrella glacier tuesday";
    assertThat(change(visitor, PASSWORD, withoutDigits, withoutDigits).location())
        .isEqualTo("/account?done=password");
    assertThat(change(visitor, withoutDigits, PASSWORD, PASSWORD).status()).isEqualTo(303);
    assertThat(other.get(INCIDENTS).status()).isEqualTo(401);
    other = signedIn(login);
    assertThat(other.get(INCIDENTS).status()).isEqualTo(200);

    assertThat(change(visitor, PASSWORD, NEW, NEW).location()).isEqualTo("/account?done=password");
    assertThat(visitor.open("/account?done=password").body())
        .contains("Your password has been changed");
    assertThat(visitor.get(INCIDENTS).status()).isEqualTo(200);
    assertThat(other.get(INCIDENTS).status()).isEqualTo(401);
    assertThat(program.get(INCIDENTS).status()).isEqualTo(401);
    assertThat(visitor().signIn(login, PASSWORD).status()).isEqualTo(401);
    assertThat(visitor().signIn(login, NEW).status()).isEqualTo(303);
  }

  @Test
  void aPasswordStoredInTheOldWayIsGoodAndIsStoredAnewAtTheNextSignIn() {
    String login = person(Role.AGENT);
    assertThat(storedPassword(login)).startsWith("{bcrypt-sha256}$2a$");
    String salt =
        jdbc.queryForObject("select SALT_ from ACT_ID_USER where ID_ = ?", String.class, login);
    jdbc.execute(
        (org.springframework.jdbc.core.ConnectionCallback<Void>)
            connection -> {
              try (var statement =
                  connection.prepareStatement("update ACT_ID_USER set PWD_ = ? where ID_ = ?")) {
                statement.setString(
                    1,
                    "{SHA-512}"
                        + new org.camunda.bpm.engine.impl.digest.Sha512HashDigest()
                            .encrypt(PASSWORD + salt));
                statement.setString(2, login);
                statement.execute();
              }
              connection.commit();
              return null;
            });

    assertThat(visitor().signIn(login, "Wrong-4-tests!").status()).isEqualTo(401);
    assertThat(storedPassword(login)).startsWith("{SHA-512}");
    Visitor visitor = signedIn(login);

    assertThat(storedPassword(login)).startsWith("{bcrypt-sha256}");
    assertThat(visitor.get(INCIDENTS).status()).isEqualTo(200);
    assertThat(visitor().signIn(login, PASSWORD).status()).isEqualTo(303);
  }

  private String storedPassword(String login) {
    return jdbc.queryForObject("select PWD_ from ACT_ID_USER where ID_ = ?", String.class, login);
  }

  @Test
  void whoSignsOutEverywhereStaysInHereAlone() {
    String login = person(Role.AGENT);
    Visitor office = signedIn(login);
    office.open(TASKLIST);
    Visitor phone = signedIn(login);

    assertThat(phone.fillIn("/account", "/account/sign-out-everywhere").location())
        .isEqualTo("/account?done=everywhere");

    assertThat(phone.get(INCIDENTS).status()).isEqualTo(200);
    assertThat(office.get(INCIDENTS).status()).isEqualTo(401);
    assertThat(office.get("/camunda/api/engine/engine/default/task/count").status()).isEqualTo(401);
  }

  @Test
  void whoIsSignedInSeesWhereAndEndsOneOfTheSessions() {
    String login = person(Role.AGENT);
    Visitor phone =
        visitor()
            .from("203.0.113.7")
            .withHeader(
                "User-Agent",
                "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0");
    phone.signIn(login, PASSWORD);
    Visitor tablet = visitor().from("203.0.113.8").withHeader("User-Agent", "<b>none</b>");
    tablet.signIn(login, PASSWORD);
    Visitor office = signedIn(login);
    Visitor stranger = signedIn(person(Role.AGENT));

    String page = office.open("/account").body();
    assertThat(page)
        .contains("Firefox on Android", "203.0.113.7", "203.0.113.8", "Unknown browser");
    assertThat(page).containsOnlyOnce("(this session)").doesNotContain("<b>none");
    assertThat(stranger.open("/account").body()).doesNotContain("203.0.113.7");
    String end = endingOf(page, "203.0.113.7");

    assertThat(stranger.fillIn("/account", end).status()).isEqualTo(303);
    assertThat(phone.get(INCIDENTS).status()).isEqualTo(200);
    assertThat(office.fillIn("/account", end).location()).isEqualTo("/account?done=session");

    assertThat(phone.get(INCIDENTS).status()).isEqualTo(401);
    assertThat(tablet.get(INCIDENTS).status()).isEqualTo(200);
    assertThat(office.open("/account?done=session").body())
        .contains("That session has been signed out")
        .doesNotContain("203.0.113.7");
    tablet.fillIn("/account", "/sign-out");
    assertThat(office.open("/account").body()).doesNotContain("203.0.113.8");
  }

  /** Where the form in the row of that address leads. */
  private static String endingOf(String page, String address) {
    java.util.regex.Matcher form =
        java.util.regex.Pattern.compile("/account/sessions/[\\w-]{22}/end")
            .matcher(page.substring(page.indexOf(address)));
    assertThat(form.find()).isTrue();
    return form.group();
  }

  @Test
  void anAdministratorEndsSomebodysSessions() {
    String login = person(Role.AGENT);
    Visitor agent = signedIn(login);
    String out = "/api/v1/people/" + login + "/sign-out";

    assertThat(signedIn(person(Role.AGENT)).script("POST", out, "").status()).isEqualTo(403);
    assertThat(signedIn(person(Role.ADMIN)).script("POST", out, "").status()).isEqualTo(204);

    assertThat(agent.get(INCIDENTS).status()).isEqualTo(401);
    assertThat(visitor().signIn(login, PASSWORD).status()).isEqualTo(303);
  }

  @Test
  void anotherNodeSeesWithinTheMinuteThatAnAccountWasSignedOut() {
    String login = person(Role.AGENT);
    Visitor agent = signedIn(login);

    jdbc.execute(
        (org.springframework.jdbc.core.ConnectionCallback<Void>)
            connection -> {
              try (var statement =
                  connection.prepareStatement(
                      "insert into sign_in_account (login, revision) values (?, 7)")) {
                statement.setString(1, login);
                statement.execute();
              }
              connection.commit();
              return null;
            });

    Patience.until(() -> agent.get(INCIDENTS).status() == 401);
  }

  @Test
  void anotherRoleTakesEffectWithinTheMinute() {
    String login = person(Role.AGENT);
    Visitor agent = signedIn(login);
    assertThat(agent.get("/api/v1/second-factor/roles").status()).isEqualTo(403);

    keep(login, Role.ADMIN, null);

    Patience.until(() -> agent.get("/api/v1/second-factor/roles").status() == 200);
  }

  @Test
  void signInsAndChangesAreOnRecord() {
    String login = person(Role.AGENT);
    visitor().signIn(login, "wrong");
    Visitor visitor = signedIn(login);
    change(visitor, PASSWORD, NEW, NEW);
    visitor.fillIn("/account", "/sign-out");

    Visitor admin = signedIn(person(Role.ADMIN));
    String record = admin.get("/api/v1/audit?subject=" + login).body();

    assertThat(record)
        .contains("SIGN_IN_FAILED", "SIGNED_IN", "CREDENTIALS_CHANGED", "SIGNED_OUT")
        .doesNotContain(PASSWORD)
        .doesNotContain(NEW);
  }

  private static Visitor.Answer change(Visitor visitor, String old, String chosen, String again) {
    return visitor.fillIn(
        "/account", "/account/password", "old", old, "chosen", chosen, "again", again);
  }
}
