package dev.baton.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.staff.Role;
import dev.baton.support.CountedSql;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What sessions cost the database. */
class StoredSessionsIT extends SignInDesk {

  @Autowired StoredSessions sessions;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transactions;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/account/confirm",
        "/api/v1/incidents",
        TASKLIST,
        "/camunda/api/admin/auth/user/default",
        "/camunda/api/engine/engine/default/task/count"
      })
  void aRequestReadsItsSessionOnceAndWritesNothing(String path) {
    Visitor agent = signedIn(person(Role.AGENT));
    agent.get(path); // what the web applications add to the session is there now

    List<String> statements = onSessions(() -> agent.get(path));

    assertThat(statements).singleElement().asString().startsWithIgnoringCase("select");
  }

  @Test
  void whoBringsAProofWithTheRequestOrHasNoSessionAsksForNone() {
    String login = person(Role.AGENT);
    Visitor program = visitor().withPassword(login, PASSWORD);
    program.get("/api/v1/incidents");

    assertThat(onSessions(() -> program.get("/api/v1/incidents"))).isEmpty();
    assertThat(onSessions(() -> program.script("POST", "/api/v1/contacts", "{}"))).isEmpty();
    assertThat(onSessions(() -> visitor().open("/sign-in"))).isEmpty();
    assertThat(onSessions(() -> visitor().get("/signin/page.css"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "%s.", "%s.AAAA", ".", "made-up"})
  void theIdInTheTableIsNoSessionWithoutItsSignature(String forged) {
    String login = person(Role.AGENT);
    signedIn(login);
    String id =
        jdbc.queryForObject(
            "select SESSION_ID from SPRING_SESSION where PRINCIPAL_NAME = ?", String.class, login);
    Visitor thief = visitor().withCookie("JSESSIONID", forged.formatted(id));

    assertThat(onSessions(() -> thief.get("/api/v1/incidents"))).isEmpty();
    assertThat(thief.get("/api/v1/incidents").status()).isEqualTo(401);
  }

  @Test
  void anAttributeThatCannotBeReadAsksToSignInOnceMore() {
    String login = person(Role.AGENT);
    Visitor agent = signedIn(login);
    transactions.executeWithoutResult(
        status ->
            jdbc.update(
                "update SPRING_SESSION_ATTRIBUTES a join SPRING_SESSION s on s.PRIMARY_ID ="
                    + " a.SESSION_PRIMARY_ID set a.ATTRIBUTE_BYTES = 'other'"
                    + " where s.PRINCIPAL_NAME = ?",
                login));

    assertThat(agent.get("/api/v1/incidents").status()).isEqualTo(401);
    assertThat(agent.signIn(login, PASSWORD).status()).isEqualTo(303);
    assertThat(agent.get("/api/v1/incidents").status()).isEqualTo(200);
  }

  @Test
  void expiredOnesAreRemovedWithAllThatTheyHold() {
    String login = person(Role.AGENT);
    String other = person(Role.AGENT);
    signedIn(login);
    Visitor stays = signedIn(other);
    transactions.executeWithoutResult(
        status ->
            jdbc.update(
                "update SPRING_SESSION set EXPIRY_TIME = 1 where PRINCIPAL_NAME = ?", login));

    sessions.removeExpired();

    assertThat(sessions.findByPrincipalName(login)).isEmpty();
    assertThat(stays.get("/api/v1/incidents").status()).isEqualTo(200);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from SPRING_SESSION_ATTRIBUTES where SESSION_PRIMARY_ID not in"
                    + " (select PRIMARY_ID from SPRING_SESSION)",
                Integer.class))
        .isZero();
  }

  private static List<String> onSessions(java.util.function.Supplier<?> request) {
    return CountedSql.during(request).statements().stream()
        .filter(sql -> sql.toUpperCase(Locale.ROOT).contains("SPRING_SESSION"))
        .toList();
  }
}
