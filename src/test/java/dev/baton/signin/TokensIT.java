package dev.baton.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.staff.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tokens by which programs sign in in somebody's name. */
class TokensIT extends SignInDesk {

  private static final String INCIDENTS = "/api/v1/incidents";
  private static final String TOKENS = "/api/v1/tokens";

  @Autowired JdbcTemplate jdbc;

  @Test
  void aTokenIsToldOnceAndOpensTheApiUntilItIsRevoked() {
    Visitor agent = signedIn(person(Role.AGENT));
    JsonNode made = make(agent, "[\"READ\"]", 30);
    String text = made.path("token").asText();
    assertThat(text).startsWith("baton_").hasSizeGreaterThan(40);

    assertThat(visitor().withToken(text).get(INCIDENTS).status()).isEqualTo(200);
    JsonNode listed = agent.get(TOKENS).json().get(0);
    assertThat(listed.path("token").asText("")).isIn("", "null");
    assertThat(listed.path("usedAt").asText()).isNotEqualTo("null");
    assertThat(
            jdbc.queryForList("select token_hash from api_token", String.class).stream()
                .noneMatch(hash -> hash.contains(text)))
        .isTrue();

    assertThat(agent.script("DELETE", TOKENS + "/" + made.path("id").asLong(), "").status())
        .isEqualTo(204);
    Visitor.Answer refused = visitor().withToken(text).get(INCIDENTS);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(refused.body()).doesNotContain("revoked");
  }

  @Test
  void aTokenEndsWithItsTimeAndWithItsOwner() {
    String login = person(Role.AGENT);
    Visitor agent = signedIn(login);
    String text = make(agent, "[\"READ\"]", 1).path("token").asText();

    wait(Duration.ofHours(23));
    assertThat(visitor().withToken(text).get(INCIDENTS).status()).isEqualTo(200);
    wait(Duration.ofHours(2));
    assertThat(visitor().withToken(text).get(INCIDENTS).status()).isEqualTo(401);
    assertThat(visitor().withToken("baton_guessed").get(INCIDENTS).status()).isEqualTo(401);
    assertThat(visitor().withToken("").get(INCIDENTS).status()).isEqualTo(401);
  }

  @Test
  void aTokenMayWhatItsScopeAndItsOwnersRolesBothAllow() {
    Visitor admin = signedIn(person(Role.ADMIN));
    Visitor reader = visitor().withToken(make(admin, "[\"READ\"]", 1).path("token").asText());
    assertThat(reader.get(INCIDENTS).status()).isEqualTo(200);
    assertThat(reader.script("POST", "/api/v1/contacts", "{}").status()).isEqualTo(403);
    assertThat(reader.script("PUT", "/api/v1/second-factor/roles/agent", "").status())
        .isEqualTo(403);

    Visitor reporter = visitor().withToken(make(admin, "[\"REPORT\"]", 1).path("token").asText());
    assertThat(reporter.get(INCIDENTS).status()).isEqualTo(403);
    assertThat(reporter.script("POST", INCIDENTS, "{}").status()).isEqualTo(422);

    Visitor agent = signedIn(person(Role.AGENT));
    Visitor all = visitor().withToken(make(agent, "[\"ADMINISTER\"]", 1).path("token").asText());
    assertThat(all.get("/api/v1/second-factor/roles").status()).isEqualTo(403);
  }

  @Test
  void aTokenOpensNeitherEngineNorAccountNorOtherTokens() {
    Visitor admin = signedIn(person(Role.ADMIN));
    String text = make(admin, "[\"ADMINISTER\"]", 1).path("token").asText();
    Visitor program = visitor().withToken(text);

    assertThat(program.get("/engine-rest/task/count").status()).isEqualTo(403);
    assertThat(program.open("/account").status()).isEqualTo(403);
    assertThat(program.get("/camunda/api/engine/engine/default/task/count").status())
        .isEqualTo(401);
    assertThat(
            program.script("POST", TOKENS, "{\"name\": \"More\", \"scopes\": [\"READ\"]}").status())
        .isEqualTo(403);
    assertThat(program.get("/api/v1/incidents").header("Set-Cookie")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"scopes\": [\"READ\"]}',name",
    "'{\"name\": \"Report\"}',scopes",
    "'{\"name\": \"Report\", \"scopes\": [\"READ\"], \"days\": 367}',days",
    "'{\"name\": \"Report\", \"scopes\": [\"READ\"], \"days\": 0}',days"
  })
  void whatNoTokenMayBeIsRefusedWithItsField(String body, String field) {
    Visitor agent = signedIn(person(Role.AGENT));
    agent.confirm(PASSWORD);

    Visitor.Answer refused = agent.script("POST", TOKENS, body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors").get(0).path("field").asText()).isEqualTo(field);
  }

  @Test
  void othersTokensAreKeptFromSight() {
    String login = person(Role.AGENT);
    long id = make(signedIn(login), "[\"READ\"]", 1).path("id").asLong();

    Visitor other = signedIn(person(Role.AGENT));
    assertThat(other.get(TOKENS + "?login=" + login).status()).isEqualTo(403);
    assertThat(other.script("DELETE", TOKENS + "/" + id, "").status()).isEqualTo(404);
    assertThat(other.get(TOKENS).body()).isEqualTo("[]");
    Visitor admin = signedIn(person(Role.ADMIN));
    assertThat(admin.get(TOKENS + "?login=" + login).json()).hasSize(1);
    assertThat(admin.script("DELETE", TOKENS + "/" + id, "").status()).isEqualTo(204);
  }

  @Test
  void aTokenIsMadeAndRevokedOnTheAccountPageToo() {
    Visitor agent = signedIn(person(Role.AGENT));

    Visitor.Answer made =
        agent.fillIn(
            "/account",
            "/account/tokens",
            "name",
            "<b>Report</b>",
            "scopes",
            "READ",
            "days",
            "7",
            "password",
            PASSWORD);
    String text = made.found("id=\"token\">(baton_[^<]+)<");
    assertThat(visitor().withToken(text).get(INCIDENTS).status()).isEqualTo(200);
    Visitor.Answer page = agent.open("/account");
    assertThat(page.body()).contains("&lt;b&gt;Report").doesNotContain("<b>Report");
    String revoke = page.found("action=\"(/account/tokens/\\d+/revoke)\"");
    assertThat(agent.fillIn("/account", revoke).location()).isEqualTo("/account?done=revoked");
    assertThat(visitor().withToken(text).get(INCIDENTS).status()).isEqualTo(401);
  }

  private static JsonNode make(Visitor visitor, String scopes, int days) {
    Visitor.Answer made =
        visitor.script(
            "POST",
            TOKENS,
            "{\"name\": \"Nightly\", \"scopes\": %s, \"days\": %d, \"password\": \"%s\"}"
                .formatted(scopes, days, PASSWORD));
    assertThat(made.status()).isEqualTo(201);
    return made.json();
  }
}
