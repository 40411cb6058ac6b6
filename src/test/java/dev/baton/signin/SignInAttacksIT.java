package dev.baton.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.staff.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Attacks on the sign-in: names in disguise, sessions that were borrowed, tokens that live on. */
class SignInAttacksIT extends SignInDesk {

  private static final String INCIDENTS = "/api/v1/incidents";
  private static final String TOKENS = "/api/v1/tokens";
  private static final String SECRET = "id=\"secret\">([A-Z2-7 ]+)<";
  private static final String FACTOR = "/account/second-factor";
  private static final String CODE = "/sign-in/code";
  private static final String NEW = "Quite-another-1!";

  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transactions;

  // ---- Names ----

  @ParameterizedTest
  @ValueSource(
      strings = {
        " %s",
        "%s ",
        "\t%s",
        "%s\t",
        "%s\n",
        "\u2003%s",
        "%s\u2003",
        "\u00a0%s",
        "%s\u00a0",
        "\u3000%s",
        "%s\u200b",
        "\u200b%s",
        "\ufeff%s",
        "%s\u0000",
        "\u202e%s",
        "%s\u0301",
        "%s%%",
        "%s\u00ad"
      })
  void aNameInDisguiseLetsNobodyIn(String disguise) {
    String login = person(Role.ADMIN);
    setUp(login);
    String plain = person(Role.ADMIN);

    for (String it : List.of(login, plain)) {
      String name = disguise.formatted(it);
      Visitor program = visitor().withPassword(name, PASSWORD);
      assertThat(program.get(INCIDENTS).status()).as("API").isEqualTo(401);
      assertThat(program.get("/engine-rest/task/count").status()).as("engine").isEqualTo(401);
      assertThat(
              program
                  .script("POST", TOKENS, "{\"name\": \"Mine\", \"scopes\": [\"ADMINISTER\"]}")
                  .status())
          .as("token")
          .isEqualTo(401);
      assertThat(visitor().signIn(name, PASSWORD).status()).as("form").isEqualTo(401);
    }
    assertThat(
            jdbc.queryForList(
                "select id from api_token where login in (?, ?)", Long.class, login, plain))
        .isEmpty();
  }

  @Test
  void lettersThatLookOrCompareAlikeLetNobodyIn() {
    String login = person(Role.AGENT);
    for (String name :
        List.of(
            login.toUpperCase(java.util.Locale.ROOT),
            login.replace('a', '\uff41'),
            login.replace('a', '\u0430'),
            login.replace("e", "\u00e9"),
            login.replace("-", "\u2010"),
            login.replace("1", "\uff11") + "\uff11")) {
      assertThat(visitor().withPassword(name, PASSWORD).get(INCIDENTS).status())
          .as(name)
          .isEqualTo(401);
      assertThat(visitor().signIn(name, PASSWORD).status()).as(name).isEqualTo(401);
    }
  }

  @Test
  void whatIsTypedInPlaceOfANameIsNotKept() {
    visitor().signIn("My secret pass phrase!", "x");

    assertThat(
            jdbc.queryForObject(
                "select count(*) from audit_entry where actor like '%secret pass%'"
                    + " or subject like '%secret pass%' or words like '%secret pass%'",
                Integer.class))
        .isZero();
  }

  @Test
  void anAdministratorsPathsTakeNoNameInDisguise() {
    String login = person(Role.AGENT);
    Visitor admin = signedIn(person(Role.ADMIN));

    assertThat(admin.script("POST", "/api/v1/people/" + login + "%20/unlock", "").status())
        .isEqualTo(404);
    assertThat(admin.script("DELETE", "/api/v1/people/" + login + "%20/second-factor", "").status())
        .isEqualTo(404);
  }

  // ---- Guessing ----

  @Test
  void passwordsOfThoseWithASecondFactorCannotBeTriedOut() {
    String login = person(Role.AGENT);
    setUp(login);

    List<Integer> wrong = tries(visitor(), login, "wrong");
    List<Integer> right = tries(visitor(), login, PASSWORD);

    assertThat(wrong).startsWith(401, 401, 401, 401, 401).endsWith(429);
    assertThat(right).as("the right one is answered alike").isEqualTo(wrong);
  }

  private static List<Integer> tries(Visitor visitor, String login, String password) {
    Visitor program = visitor.withPassword(login, password);
    return IntStream.range(0, 6).mapToObj(i -> program.get(INCIDENTS).status()).toList();
  }

  @Test
  void namesInDisguiseAreCountedAtTheirAddressAndKeepNobodyElseOut() {
    Visitor guesser = visitor();
    for (int i = 0; i < 30; i++) {
      guesser.withPassword(" guess-" + i, "x");
      assertThat(guesser.get(INCIDENTS).status()).isEqualTo(401);
    }

    assertThat(guesser.withPassword(" guess-31", "x").get(INCIDENTS).status()).isEqualTo(429);
    assertThat(visitor().withPassword(" guess-32", "x").get(INCIDENTS).status()).isEqualTo(401);
  }

  // ---- A session somebody else got hold of ----

  @Test
  void theSecretOfASecondFactorIsNotKnownFromAnEarlierSession() {
    String login = person(Role.AGENT);
    Visitor thief = signedIn(login);
    assertThat(thief.open(FACTOR).found(SECRET)).as("without the password").isNull();
    thief.confirm(PASSWORD);
    String seen = thief.open(FACTOR).found(SECRET);
    assertThat(seen).isNotNull();

    Visitor owner = signedIn(login);
    owner.fillIn("/account", "/account/password", "old", PASSWORD, "chosen", NEW, "again", NEW);
    owner.confirm(NEW);
    String own = owner.open(FACTOR).found(SECRET);

    assertThat(own).isNotNull().isNotEqualTo(seen);
    assertThat(owner.fillIn(FACTOR, FACTOR, "code", code(seen, 0)).status()).isEqualTo(422);
    assertThat(owner.fillIn(FACTOR, FACTOR, "code", code(own, 0)).status()).isEqualTo(200);
  }

  @Test
  void aSecretThatWaitedTooLongIsDrawnAnew() {
    Visitor owner = signedIn(person(Role.AGENT));
    owner.confirm(PASSWORD);
    String first = owner.open(FACTOR).found(SECRET);

    wait(Duration.ofMinutes(11));

    assertThat(owner.open(FACTOR).location()).startsWith("/account/confirm");
    owner.confirm(PASSWORD);
    assertThat(owner.open(FACTOR).found(SECRET)).isNotNull().isNotEqualTo(first);
  }

  @Test
  void ofTwoSecondFactorsThatAreSetUpAtOnceOneIsTaken() {
    String login = person(Role.AGENT);
    Visitor one = signedIn(login);
    one.confirm(PASSWORD);
    String secret = one.open(FACTOR).found(SECRET);
    Visitor other = signedIn(login);
    other.confirm(PASSWORD);
    other.open(FACTOR);

    assertThat(one.fillIn(FACTOR, FACTOR, "code", code(secret, 0)).status()).isEqualTo(200);
    assertThat(other.open(FACTOR).status()).as("its session has ended").isEqualTo(302);
    Visitor again = visitor();
    again.signIn(login, PASSWORD);
    assertThat(again.fillIn(CODE, CODE, "code", code(secret, 1)).status()).isEqualTo(303);
  }

  @Test
  void aSessionAloneMakesNoTokenAndNoPasskey() {
    Visitor thief = signedIn(person(Role.ADMIN));
    String wanted = "{\"name\": \"Mine\", \"scopes\": [\"ADMINISTER\"]%s}";

    Visitor.Answer refused = thief.script("POST", TOKENS, wanted.formatted(""));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors").get(0).path("field").asText()).isEqualTo("password");
    assertThat(thief.script("POST", TOKENS, wanted.formatted(", \"password\": \"wrong\"")).status())
        .isEqualTo(422);
    assertThat(thief.fillIn("/account", "/account/tokens", "name", "Mine", "scopes", "READ").body())
        .doesNotContain("baton_");
    assertThat(thief.script("POST", "/account/passkeys/options", "{}").status()).isEqualTo(403);
    assertThat(thief.get(TOKENS).body()).isEqualTo("[]");

    thief.confirm(PASSWORD);
    assertThat(thief.script("POST", TOKENS, wanted.formatted("")).status()).isEqualTo(201);
    assertThat(thief.script("POST", "/account/passkeys/options", "{}").status()).isEqualTo(200);
    wait(Duration.ofMinutes(6));
    assertThat(thief.script("POST", TOKENS, wanted.formatted("")).status()).isEqualTo(422);
    assertThat(thief.script("POST", "/account/passkeys/options", "{}").status()).isEqualTo(403);
  }

  @Test
  void guessingThePasswordWithinASessionIsPaused() {
    Visitor thief = signedIn(person(Role.AGENT));
    for (int i = 0; i < 5; i++) {
      assertThat(thief.confirm("wrong").status()).isEqualTo(422);
    }

    assertThat(thief.confirm(PASSWORD).status()).isEqualTo(429);
    assertThat(
            thief
                .script(
                    "POST",
                    TOKENS,
                    "{\"name\": \"M\", \"scopes\": [\"READ\"], \"password\": \"" + PASSWORD + "\"}")
                .status())
        .isEqualTo(429);
  }

  @Test
  void noAdministratorTurnsTheirOwnSecondFactorOffWithoutACode() {
    String login = person(Role.ADMIN);
    Visitor admin = setUp(login);

    assertThat(admin.script("DELETE", "/api/v1/people/" + login + "/second-factor", "").status())
        .isEqualTo(403);
    assertThat(visitor().signIn(login, PASSWORD).location()).isEqualTo(CODE);
  }

  // ---- Tokens that live on ----

  @Test
  void aTokenDoesNotComeBackWithItsOwner() {
    String login = person(Role.AGENT);
    String token = token(login, "READ");
    assertThat(visitor().withToken(token).get(INCIDENTS).status()).isEqualTo(200);

    leave(login);
    keep(login, Role.AGENT, PASSWORD);

    Patience.until(() -> visitor().signIn(login, PASSWORD).status() == 303);
    assertThat(visitor().withToken(token).get(INCIDENTS).status()).isEqualTo(401);
    assertThat(signedIn(login).get(TOKENS).json().get(0).path("revokedAt").asText("null"))
        .isNotEqualTo("null");
  }

  @Test
  void aPasswordThatAnAdministratorSetsEndsTokens() {
    String login = person(Role.AGENT);
    String token = token(login, "READ");

    keep(login, Role.AGENT, NEW);

    Patience.until(() -> visitor().withToken(token).get(INCIDENTS).status() == 401);
    assertThat(
            jdbc.queryForList(
                "select words from audit_entry where kind = 'TOKEN_CHANGED' and subject = ?",
                String.class,
                login))
        .anyMatch(words -> words.contains("another password was set"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoChangesTheirPasswordDecidesAboutTheirTokens(boolean revokes) {
    String login = person(Role.AGENT);
    String token = token(login, "READ");
    Visitor owner = signedIn(login);
    assertThat(owner.open("/account").body())
        .containsPattern("name=\"revokeTokens\" value=\"true\" checked");

    owner.fillIn(
        "/account",
        "/account/password",
        "old",
        PASSWORD,
        "chosen",
        NEW,
        "again",
        NEW,
        "revokeTokens",
        String.valueOf(revokes));

    for (int i = 0; i < 3; i++) {
      assertThat(visitor().withToken(token).get(INCIDENTS).status()).isEqualTo(revokes ? 401 : 200);
    }
  }

  @Test
  void signingOutEverywhereEndsTokensUnlessTheyAreToStay() {
    String login = person(Role.AGENT);
    String kept = token(login, "READ");
    Visitor owner = signedIn(login);
    owner.fillIn("/account", "/account/sign-out-everywhere");
    assertThat(visitor().withToken(kept).get(INCIDENTS).status()).isEqualTo(200);

    owner.fillIn("/account", "/account/sign-out-everywhere", "revokeTokens", "true");
    assertThat(visitor().withToken(kept).get(INCIDENTS).status()).isEqualTo(401);

    String another = token(login, "READ");
    Visitor admin = signedIn(person(Role.ADMIN));
    String out = "/api/v1/people/" + login + "/sign-out";
    assertThat(admin.script("POST", out + "?revokeTokens=false", "").status()).isEqualTo(204);
    assertThat(visitor().withToken(another).get(INCIDENTS).status()).isEqualTo(200);
    assertThat(admin.script("POST", out, "").status()).isEqualTo(204);
    assertThat(visitor().withToken(another).get(INCIDENTS).status()).isEqualTo(401);
  }

  @Test
  void aPasskeyStaysWithItsOwnersPasswordAndEndsWithOneThatSomebodyElseSets() {
    String login = person(Role.AGENT);
    passkeyOfOldTimes(login);
    Visitor owner = signedIn(login);
    assertThat(owner.open("/account").body()).contains("Old laptop");

    owner.fillIn("/account", "/account/password", "old", PASSWORD, "chosen", NEW, "again", NEW);
    assertThat(owner.open("/account").body()).contains("Old laptop");

    keep(login, Role.AGENT, PASSWORD);
    Patience.until(() -> visitor().signIn(login, PASSWORD).status() == 303);
    assertThat(signedIn(login).open("/account").body()).doesNotContain("Old laptop");
  }

  @Test
  void storingAPasswordInANewerWayEndsNeitherTokensNorPasskeys() {
    String login = person(Role.AGENT);
    String token = token(login, "READ");
    write(
        "update ACT_ID_USER set PWD_ = concat('{SHA-512}', replace(to_base64(unhex(sha2(concat(?,"
            + " SALT_), 512))), '\n', '')) where ID_ = ?",
        PASSWORD,
        login);
    write(
        "update api_token token join ACT_ID_USER person on person.ID_ = token.login set"
            + " token.password_mark = left(sha2(concat(person.SALT_, ':', person.PWD_), 256), 24)"
            + " where token.login = ?",
        login);
    passkeyOfOldTimes(login);

    Visitor owner = signedIn(login);

    assertThat(
            jdbc.queryForObject("select PWD_ from ACT_ID_USER where ID_ = ?", String.class, login))
        .doesNotStartWith("{SHA-512}");
    assertThat(owner.open("/account").body()).contains("Old laptop");
    assertThat(visitor().withToken(token).get(INCIDENTS).status()).isEqualTo(200);
  }

  /** Marked as the migration marks what was made before there were marks. */
  private void passkeyOfOldTimes(String login) {
    String id =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(login.getBytes(StandardCharsets.UTF_8));
    write("insert into user_entities (id, name, display_name) values (?, ?, ?)", id, login, login);
    write(
        "insert into user_credentials (credential_id, user_entity_user_id, public_key,"
            + " signature_count, uv_initialized, backup_eligible, authenticator_transports,"
            + " public_key_credential_type, backup_state, attestation_object,"
            + " attestation_client_data_json, created, last_used, label, password_mark)"
            + " select ?, ?, 'key', 1, true, false, '', 'public-key', false, 'object',"
            + " 'json', now(), now(), 'Old laptop', left(sha2(concat(coalesce(SALT_, 'null'),"
            + " ':', coalesce(PWD_, 'null')), 256), 24) from ACT_ID_USER where ID_ = ?",
        id,
        id,
        login);
  }

  private void write(String sql, Object... values) {
    transactions.executeWithoutResult(status -> jdbc.update(sql, values));
  }

  // ---- Scopes ----

  @Test
  void noScopeOpensMoreThanItSays() {
    String login = person(Role.ADMIN);
    List<String> reads = reads(visitor().withPassword(login, PASSWORD));
    assertThat(reads).hasSizeGreaterThan(40);

    for (String scope : List.of("REPORT", "WORK")) {
      Visitor program = visitor().withToken(token(login, scope));
      for (String path :
          List.of(
              "/actuator",
              "/actuator/health",
              "/actuator/info",
              "/actuator/metrics",
              "/actuator/metrics/jvm.memory.used",
              "/api/v1/health/reconciliation",
              "/v3/api-docs",
              "/v3/api-docs.yaml",
              TOKENS)) {
        assertThat(program.get(path).status()).as(scope + " " + path).isEqualTo(403);
      }
    }
    Visitor reporter = visitor().withToken(token(login, "REPORT"));
    assertThat(reads)
        .as("what a token that reports can read")
        .filteredOn(path -> !Set.of(400, 403, 422).contains(reporter.get(path).status()))
        .isEmpty();
  }

  @Test
  void aTokenThatReadsOpensWhatWatchesTheDesk() {
    Visitor program = visitor().withToken(token(person(Role.ADMIN), "READ"));

    for (String path : List.of("/actuator/metrics", "/api/v1/health/reconciliation", TOKENS)) {
      assertThat(program.get(path).status()).as(path).isEqualTo(200);
    }
    assertThat(program.script("POST", "/actuator/metrics", "{}").status()).isEqualTo(403);
  }

  /** Every reading operation that the description of the API knows, with numbers of nothing. */
  private static List<String> reads(Visitor visitor) {
    JsonNode paths = visitor.get("/v3/api-docs").json().path("paths");
    return StreamSupport.stream(((Iterable<String>) paths::fieldNames).spliterator(), false)
        .filter(path -> paths.path(path).has("get"))
        .map(path -> path.replaceAll("\\{[^}]*\\}", "1"))
        .toList();
  }

  // ---- Forged requests ----

  @Test
  void aTokenAgainstForgeryIsGoodForOneSignIn() {
    Visitor thief = signedIn(person(Role.AGENT));
    String planted = thief.cookie("BATON-CSRF");
    Visitor victim = signedIn(person(Role.AGENT));
    String own = victim.cookie("BATON-CSRF");
    assertThat(post(victim, own)).as("its own").isNotIn(401, 403);

    victim.withCookie("BATON-CSRF", planted);
    assertThat(post(victim, planted)).as("of another session").isEqualTo(403);
    victim.withCookie("BATON-CSRF", "0000");
    assertThat(post(victim, "0000")).as("made up").isEqualTo(403);
    Visitor stranger = visitor();
    stranger.open("/sign-in");
    victim.withCookie("BATON-CSRF", stranger.cookie("BATON-CSRF"));
    assertThat(post(victim, stranger.cookie("BATON-CSRF"))).as("of nobody").isEqualTo(403);

    victim.open("/account");
    assertThat(post(victim, victim.cookie("BATON-CSRF"))).as("a new one").isNotIn(401, 403);
  }

  @Test
  void theTokenAgainstForgeryChangesWithTheSignIn() {
    Visitor visitor = visitor();
    visitor.open("/sign-in");
    String before = visitor.cookie("BATON-CSRF");
    String login = person(Role.AGENT);

    visitor.signIn(login, PASSWORD);
    String first = visitor.cookie("BATON-CSRF");
    assertThat(first).isNotEqualTo(before);
    assertThat(post(visitor, first)).isNotIn(401, 403);
    visitor.fillIn("/account", "/account/sign-out-everywhere");

    visitor.withCookie("BATON-CSRF", first);
    assertThat(post(visitor, first)).isEqualTo(403);
  }

  private static int post(Visitor visitor, String csrf) {
    return visitor
        .send(
            visitor
                .request("/api/v1/contacts")
                .header("Content-Type", "application/json")
                .header("X-BATON-CSRF", csrf)
                .POST(BodyPublishers.ofString("{\"direction\": \"IN\"}")))
        .status();
  }

  // ---- On record ----

  @Test
  void whatProgramsDoIsOnRecordOnceInAnHour() {
    String login = person(Role.AGENT);
    Visitor program = visitor().withPassword(login, PASSWORD);
    for (int i = 0; i < 3; i++) {
      program.get(INCIDENTS);
    }
    assertThat(signIns(login)).hasSize(1);

    visitor().withPassword(login, PASSWORD).get(INCIDENTS);
    assertThat(signIns(login)).as("from elsewhere").hasSize(2);
    wait(Duration.ofMinutes(61));
    program.get(INCIDENTS);
    assertThat(signIns(login)).as("an hour later").hasSize(3);

    String token = token(login, "READ");
    int before = signIns(login).size();
    Visitor nightly = visitor().withToken(token);
    for (int i = 0; i < 3; i++) {
      nightly.get(INCIDENTS);
    }
    assertThat(signIns(login)).hasSize(before + 1).last().asString().contains("token");
  }

  private List<String> signIns(String login) {
    return jdbc.queryForList(
        "select words from audit_entry where kind = 'SIGNED_IN' and subject = ? order by id",
        String.class,
        login);
  }

  private void leave(String login) {
    staff
        .agent(login)
        .ifPresent(
            it ->
                staff.register(
                    new dev.baton.staff.AgentView(
                        it.login(),
                        it.name(),
                        it.email(),
                        it.zone(),
                        it.language(),
                        it.roles(),
                        it.teams(),
                        false),
                    null));
  }

  private String token(String login, String scope) {
    Visitor.Answer made =
        visitor()
            .withPassword(login, PASSWORD)
            .script(
                "POST",
                TOKENS,
                "{\"name\": \"Nightly\", \"scopes\": [\"%s\"], \"days\": 30}".formatted(scope));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json().path("token").asText();
  }

  /** Somebody's session after they have set a second factor up. */
  private Visitor setUp(String login) {
    Visitor visitor = signedIn(login);
    if (visitor.open(FACTOR).found(SECRET) == null) {
      visitor.confirm(PASSWORD);
    }
    String secret = visitor.open(FACTOR).found(SECRET);
    assertThat(visitor.fillIn(FACTOR, FACTOR, "code", code(secret, 0)).status()).isEqualTo(200);
    return visitor;
  }
}
