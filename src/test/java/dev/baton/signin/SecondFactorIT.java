package dev.baton.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.staff.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Codes from an app, recovery codes, and roles that must have them. */
class SecondFactorIT extends SignInDesk {

  private static final String SECRET = "id=\"secret\">([A-Z2-7 ]+)<";
  private static final Pattern CODE = Pattern.compile("<code>([A-Z2-7-]{19})</code>");

  @Autowired JdbcTemplate jdbc;

  @Test
  void whoHasASecondFactorNeedsItToGetIn() {
    String login = person(Role.AGENT);
    String secret = setUp(login).secret();
    Visitor visitor = visitor();

    Visitor.Answer half = visitor.signIn(login, PASSWORD);
    assertThat(half.location()).isEqualTo("/sign-in/code");
    assertThat(visitor.get("/api/v1/incidents").status()).as("half signed in").isEqualTo(401);
    assertThat(visitor.open(TASKLIST).status()).isEqualTo(302);
    assertThat(visitor.open("/account").status()).isEqualTo(302);

    Visitor.Answer wrong = visitor.fillIn("/sign-in/code", "/sign-in/code", "code", "000000");
    assertThat(wrong.status()).isEqualTo(401);
    Visitor.Answer right =
        visitor.fillIn("/sign-in/code", "/sign-in/code", "code", code(secret, 1));
    assertThat(right.location()).isEqualTo(TASKLIST);
    assertThat(visitor.get("/api/v1/incidents").status()).isEqualTo(200);
  }

  @Test
  void aCodeIsGoodOnce() {
    String login = person(Role.AGENT);
    String secret = setUp(login).secret();
    String code = code(secret, 1);
    Visitor first = visitor();
    first.signIn(login, PASSWORD);
    assertThat(first.fillIn("/sign-in/code", "/sign-in/code", "code", code).status())
        .isEqualTo(303);

    Visitor second = visitor();
    second.signIn(login, PASSWORD);
    assertThat(second.fillIn("/sign-in/code", "/sign-in/code", "code", code).status())
        .isEqualTo(401);
    assertThat(second.fillIn("/sign-in/code", "/sign-in/code", "code", code(secret, 0)).status())
        .as("an older one")
        .isEqualTo(401);
  }

  @Test
  void aRecoveryCodeStandsInForThePhoneOnce() {
    String login = person(Role.AGENT);
    SetUp own = setUp(login);
    assertThat(own.codes()).hasSize(10).doesNotHaveDuplicates();
    String code = own.codes().get(3);

    Visitor visitor = visitor();
    visitor.signIn(login, PASSWORD);
    assertThat(
            visitor
                .fillIn("/sign-in/code", "/sign-in/code", "code", code.toLowerCase(Locale.ROOT))
                .location())
        .isEqualTo(TASKLIST);
    assertThat(visitor.open("/account").body()).contains("9 recovery codes are left");
    Visitor again = visitor();
    again.signIn(login, PASSWORD);
    assertThat(again.fillIn("/sign-in/code", "/sign-in/code", "code", code).status())
        .isEqualTo(401);
    assertThat(
            jdbc.queryForList(
                "select code_hash from sign_in_recovery_code where login = ?", String.class, login))
        .hasSize(10)
        .noneMatch(hash -> hash.contains(code));
  }

  @Test
  void secretsAreStoredEncrypted() {
    String login = person(Role.AGENT);
    String secret = setUp(login).secret();

    byte[] stored =
        jdbc.queryForObject(
            "select totp_secret from sign_in_account where login = ?", byte[].class, login);

    assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(secret.replace(" ", ""));
    assertThat(stored).hasSize(12 + 20 + 16);
  }

  @Test
  void guessingCodesIsPaused() {
    String login = person(Role.AGENT);
    String secret = setUp(login).secret();
    wait(Duration.ofMinutes(1));
    Visitor visitor = visitor();
    visitor.signIn(login, PASSWORD);

    for (int i = 0; i < 5; i++) {
      visitor.fillIn("/sign-in/code", "/sign-in/code", "code", "12345" + i);
    }
    Visitor.Answer paused =
        visitor.fillIn("/sign-in/code", "/sign-in/code", "code", code(secret, 0));

    assertThat(paused.status()).isEqualTo(429);
    wait(Duration.ofMinutes(2));
    assertThat(visitor.fillIn("/sign-in/code", "/sign-in/code", "code", code(secret, 0)).status())
        .isEqualTo(303);
  }

  @Test
  void withASecondFactorThePasswordAloneOpensNoApi() {
    String login = person(Role.AGENT);
    Visitor program = visitor().withPassword(login, PASSWORD);
    assertThat(program.get("/api/v1/incidents").status()).isEqualTo(200);

    setUp(login);

    assertThat(program.get("/api/v1/incidents").status()).isEqualTo(401);
    assertThat(program.get("/engine-rest/task/count").status()).isEqualTo(401);
  }

  @Test
  void settingOneUpEndsOtherSessionsAndTakesARightCode() {
    String login = person(Role.AGENT);
    Visitor other = signedIn(login);
    Visitor visitor = signedIn(login);
    visitor.confirm(PASSWORD);
    String secret = visitor.open("/account/second-factor").found(SECRET);

    assertThat(
            visitor
                .fillIn("/account/second-factor", "/account/second-factor", "code", "000000")
                .status())
        .isEqualTo(422);
    assertThat(other.get("/api/v1/incidents").status()).isEqualTo(200);
    assertThat(
            visitor
                .fillIn("/account/second-factor", "/account/second-factor", "code", code(secret, 0))
                .status())
        .isEqualTo(200);
    assertThat(other.get("/api/v1/incidents").status()).isEqualTo(401);
    assertThat(visitor.get("/api/v1/incidents").status()).isEqualTo(200);
  }

  @Test
  void itIsTurnedOffWithACodeOrByAnAdministrator() {
    String login = person(Role.AGENT);
    SetUp own = setUp(login);
    assertThat(
            own.visitor()
                .fillIn("/account/second-factor", "/account/second-factor/off", "code", "000000")
                .status())
        .isEqualTo(422);
    assertThat(
            own.visitor()
                .fillIn(
                    "/account/second-factor",
                    "/account/second-factor/off",
                    "code",
                    own.codes().get(0))
                .location())
        .startsWith("/account");
    assertThat(visitor().signIn(login, PASSWORD).location()).isEqualTo(TASKLIST);

    String other = person(Role.AGENT);
    setUp(other);
    String reset = "/api/v1/people/" + other + "/second-factor";
    assertThat(signedIn(person(Role.AGENT)).script("DELETE", reset, "").status()).isEqualTo(403);
    assertThat(signedIn(person(Role.ADMIN)).script("DELETE", reset, "").status()).isEqualTo(204);
    assertThat(visitor().signIn(other, PASSWORD).location()).isEqualTo(TASKLIST);
  }

  @Test
  void whoseRoleMustHaveOneSetsItUpBeforeAnythingElse() {
    Visitor admin = signedIn(person(Role.ADMIN));
    String required = "/api/v1/second-factor/roles/trainer";
    String login = person(Role.TRAINER);
    assertThat(admin.script("PUT", required, "").status()).isEqualTo(204);
    assertThat(admin.script("PUT", "/api/v1/second-factor/roles/emperor", "").status())
        .isEqualTo(404);
    assertThat(admin.get("/api/v1/second-factor/roles").body()).isEqualTo("[\"trainer\"]");
    try {
      assertThat(visitor().withPassword(login, PASSWORD).get("/api/v1/incidents").status())
          .isEqualTo(401);
      Visitor visitor = visitor();
      assertThat(visitor.signIn(login, PASSWORD).location()).isEqualTo("/sign-in/enrol");
      assertThat(visitor.open("/account").status()).isEqualTo(302);
      Visitor.Answer page = visitor.open("/sign-in/enrol");
      assertThat(page.body()).contains("<svg").contains("Your role requires");

      String secret = page.found(SECRET);
      assertThat(visitor.fillIn("/sign-in/enrol", "/sign-in/enrol", "code", "111111").status())
          .isEqualTo(401);
      Visitor.Answer done =
          visitor.fillIn("/sign-in/enrol", "/sign-in/enrol", "code", code(secret, 0));

      assertThat(done.body()).contains("Your recovery codes").contains(TASKLIST);
      assertThat(visitor.open("/account").status()).isEqualTo(200);
      assertThat(visitor().signIn(login, PASSWORD).location()).isEqualTo("/sign-in/code");
    } finally {
      assertThat(admin.script("DELETE", required, "").status()).isEqualTo(204);
    }
  }

  private record SetUp(Visitor visitor, String secret, List<String> codes) {}

  private SetUp setUp(String login) {
    Visitor visitor = signedIn(login);
    visitor.confirm(PASSWORD);
    String secret = visitor.open("/account/second-factor").found(SECRET);
    Visitor.Answer done =
        visitor.fillIn("/account/second-factor", "/account/second-factor", "code", code(secret, 0));
    assertThat(done.status()).isEqualTo(200);
    List<String> codes = new ArrayList<>();
    Matcher matcher = CODE.matcher(done.body());
    while (matcher.find()) {
      codes.add(matcher.group(1));
    }
    return new SetUp(visitor, secret, codes);
  }
}
