package dev.baton.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.staff.Role;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One sign-in for pages, web applications and API, and one way out of all. */
class OneSignInIT extends SignInDesk {

  private static final String TASKS = "/camunda/api/engine/engine/default/task/count";
  private static final String INCIDENTS = "/api/v1/incidents";

  @Test
  void oneSignInServesPagesWebApplicationsAndApi() {
    String login = person(Role.SERVICE_DESK_MANAGER);
    Visitor visitor = visitor();
    assertThat(visitor.signIn(login, PASSWORD).location())
        .isEqualTo("/camunda/app/cockpit/default/");
    String session = visitor.cookie("JSESSIONID");

    assertThat(visitor.open(TASKLIST).status()).isEqualTo(200);
    assertThat(visitor.open("/camunda/app/cockpit/default/").status()).isEqualTo(200);
    assertThat(visitor.get("/camunda/api/admin/auth/user/default").json().path("userId").asText())
        .isEqualTo(login);
    assertThat(visitor.get(TASKS).status()).isEqualTo(200);
    assertThat(visitor.get(INCIDENTS).status()).isEqualTo(200);
    assertThat(visitor.open("/outbox").status()).isEqualTo(200);
    assertThat(visitor.open("/swagger-ui/index.html").status()).isEqualTo(200);
    assertThat(visitor.get("/engine-rest/task/count").status()).isEqualTo(200);
    assertThat(visitor.open("/").location()).isEqualTo("/camunda/app/cockpit/default/");
    assertThat(visitor.cookie("JSESSIONID")).as("stays through all of it").isEqualTo(session);
    assertThat(visitor.open("/sign-in").location()).isEqualTo("/");
  }

  @Test
  void theWebApplicationsAreThereForThoseWhoHaveThem() {
    Visitor agent = signedIn(person(Role.AGENT));
    assertThat(agent.open(TASKLIST).status()).isEqualTo(200);
    assertThat(agent.open("/camunda/app/admin/default/").status()).isEqualTo(403);

    Visitor visitor = visitor();
    assertThat(visitor.signIn(requester(), PASSWORD).location()).isEqualTo("/desk/incidents");
    assertThat(visitor.open(TASKLIST).status()).isEqualTo(403);
    assertThat(visitor.get(INCIDENTS).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {TASKLIST, "/camunda", "/outbox", "/swagger-ui/index.html", "/nothing?a=b"})
  void whoOpensAPageIsAskedToSignInAndComesToIt(String page) {
    Visitor visitor = visitor();

    Visitor.Answer asked = visitor.open(page);

    assertThat(asked.status()).isEqualTo(302);
    assertThat(asked.location())
        .isEqualTo("/sign-in?continue=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
    assertThat(visitor.open(asked.location()).found("id=\"continue\" value=\"([^\"]*)\""))
        .isEqualTo(page);
    Visitor.Answer entered =
        visitor.fillIn(
            asked.location(),
            "/sign-in",
            "login",
            person(Role.AGENT),
            "password",
            PASSWORD,
            "continue",
            page + "#/?task=1");
    assertThat(entered.location()).isEqualTo(page + "#/?task=1");
  }

  @Test
  void scriptsAndProgramsAreToldAndNotLedAway() {
    Visitor.Answer program = visitor().get(INCIDENTS);
    assertThat(program.status()).isEqualTo(401);
    assertThat(program.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Baton\"");

    Visitor.Answer script =
        visitor().withHeader("Sec-Fetch-Mode", "cors").withHeader("Accept", "*/*").get(INCIDENTS);
    assertThat(script.status()).isEqualTo(401);
    assertThat(script.header("WWW-Authenticate")).isEqualTo("Session realm=\"Baton\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "/\t/evil.example/",
        "/%0d%0aLocation:x\r\n",
        "javascript:alert(1)",
        "/.//evil.example//",
        "evil.example",
        "/sign-in",
        "/sign-out",
        "",
        "@evil.example"
      })
  void nobodyIsLedToAnotherSite(String wish) {
    Visitor visitor = visitor();

    String page = "/sign-in?continue=" + URLEncoder.encode(wish, StandardCharsets.UTF_8);
    assertThat(visitor.open(page).found("id=\"continue\" value=\"([^\"]*)\"")).isEmpty();
    Visitor.Answer entered =
        visitor.fillIn(
            page, "/sign-in", "login", person(Role.AGENT), "password", PASSWORD, "continue", wish);

    assertThat(entered.location()).isEqualTo(TASKLIST);
  }

  @ParameterizedTest
  @CsvSource({
    "en,Incorrect username or password",
    "de,Benutzername oder Passwort ist falsch",
    "fr,Incorrect username or password"
  })
  void aWrongPasswordAndAWrongNameAreToldAlike(String language, String words) {
    Visitor visitor = visitor().withHeader("Accept-Language", language);

    Visitor.Answer wrongPassword = visitor.signIn(person(Role.AGENT), "wrong");
    Visitor.Answer wrongName = visitor.signIn("nobody-at-all", PASSWORD);

    assertThat(wrongPassword.status()).isEqualTo(401);
    assertThat(wrongPassword.body()).contains(words);
    assertThat(wrongName.status()).isEqualTo(401);
    assertThat(wrongName.body()).contains(words);
    assertThat(visitor.cookie("JSESSIONID")).isNull();
  }

  @Test
  void aSessionGetsANewNumberWithTheSignInAndItsCookieIsGuarded() {
    Visitor visitor = visitor();
    String first = person(Role.AGENT);
    visitor.signIn(first, PASSWORD);
    String number = visitor.cookie("JSESSIONID");
    Visitor old = visitor.twin();

    Visitor.Answer again =
        visitor.post("/sign-in", null, "login", person(Role.AGENT), "password", PASSWORD);
    assertThat(again.status()).as("without the token").isIn(302, 403);
    visitor.open("/account");
    Visitor.Answer entered =
        visitor.send(
            visitor
                .request("/sign-in")
                .header("X-BATON-CSRF", visitor.cookie("BATON-CSRF"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "login=" + person(Role.AGENT) + "&password=Only-4-tests%21")));

    assertThat(entered.status()).isEqualTo(303);
    assertThat(visitor.cookie("JSESSIONID")).isNotEqualTo(number);
    assertThat(entered.response().headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("JSESSIONID=")
                    .contains("HttpOnly")
                    .contains("SameSite=Lax")
                    .doesNotContain("Secure"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("BATON-CSRF=")
                    .contains("SameSite=Lax")
                    .doesNotContain("HttpOnly"));
    assertThat(old.get(INCIDENTS).status()).as("the old session").isEqualTo(401);
  }

  @Test
  void behindTlsCookiesAreSecureAndTheBrowserIsToldToStayThere() {
    Visitor visitor = visitor().withHeader("X-Forwarded-Proto", "https");

    Visitor.Answer entered = visitor.signIn(person(Role.AGENT), PASSWORD);

    assertThat(entered.response().headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("JSESSIONID") || cookie.startsWith("BATON-CSRF"))
        .hasSizeGreaterThan(1)
        .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
    assertThat(visitor.open("/sign-in").header("Strict-Transport-Security")).contains("max-age");
    assertThat(visitor.open(TASKLIST).header("Strict-Transport-Security")).contains("max-age");
    assertThat(visitor().open("/sign-in").header("Strict-Transport-Security")).isNull();
  }

  @Test
  void ourPagesRunNoScriptAndNoStyleWithinThem() {
    Visitor.Answer page = visitor().open("/sign-in");

    assertThat(page.header("Content-Security-Policy"))
        .contains("script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("style=\"").doesNotContain("<style");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Cache-Control")).contains("no-store");
  }

  @Test
  void signingOutEndsPagesWebApplicationsAndApi() {
    Visitor visitor = signedIn(person(Role.AGENT));
    visitor.open(TASKLIST);
    assertThat(visitor.get(TASKS).status()).isEqualTo(200);
    Visitor copy = visitor.twin();

    assertThat(visitor.post("/sign-out", null).status()).as("forged").isEqualTo(403);
    assertThat(visitor.get(TASKS).status()).isEqualTo(200);
    Visitor.Answer out =
        visitor.send(
            visitor
                .request("/sign-out")
                .header("X-BATON-CSRF", visitor.cookie("BATON-CSRF"))
                .POST(BodyPublishers.noBody()));

    assertThat(out.location()).isEqualTo("/sign-in");
    assertThat(visitor.open("/sign-in").body()).contains("You have signed out");
    assertThat(visitor.open("/sign-in").body()).doesNotContain("You have signed out");
    assertThat(copy.get(TASKS).status()).isEqualTo(401);
    assertThat(copy.get("/camunda/api/admin/auth/user/default").status()).isEqualTo(401);
    assertThat(copy.get(INCIDENTS).status()).isEqualTo(401);
    assertThat(copy.open(TASKLIST).status()).isEqualTo(302);
  }

  @Test
  void thatSomebodySignedOutIsKeptUntilItIsShown() {
    Visitor visitor = signedIn(person(Role.AGENT)).withCookie("BATON-LEFT", "1");

    assertThat(visitor.open("/sign-in").status()).as("still signed in").isEqualTo(303);
    assertThat(visitor.cookie("BATON-LEFT")).isEqualTo("1");
  }

  @Test
  void theEngineRefusesAFormInTheLanguageOfWhoFillsItIn() {
    assertThat(refusedForm("de-DE"))
        .contains("\"field\":\"kind\"", "Geben Sie die Art des Kontakts an.");
    assertThat(refusedForm("en-GB")).contains("\"field\":\"kind\"", "State the kind of contact.");
  }

  /** What Tasklist is answered to a contact of no kind. */
  private String refusedForm(String language) {
    Visitor agent = signedIn(person(Role.AGENT)).withHeader("Accept-Language", language);
    agent.open(TASKLIST);
    return agent
        .send(
            agent
                .request(
                    "/camunda/api/engine/engine/default/process-definition/key/incident-lifecycle"
                        + "/submit-form")
                .header("X-XSRF-TOKEN", agent.cookie("XSRF-TOKEN"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"variables\": {}}")))
        .body();
  }

  @Test
  void signingOutInAWebApplicationEndsAllAsWell() {
    Visitor visitor = signedIn(person(Role.AGENT));
    visitor.open(TASKLIST);
    Visitor copy = visitor.twin();
    String logout = "/camunda/api/admin/auth/user/default/logout";

    assertThat(
            visitor
                .send(
                    visitor
                        .request(logout)
                        .header("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN"))
                        .POST(BodyPublishers.noBody()))
                .status())
        .isEqualTo(200);

    assertThat(copy.get(TASKS).status()).isEqualTo(401);
    assertThat(copy.get(INCIDENTS).status()).isEqualTo(401);
    assertThat(visitor.open("/sign-in?continue=" + TASKLIST).body())
        .contains("You have signed out");
  }

  @Test
  void theWebApplicationsOwnSignInIsNoBackDoor() {
    String login = person(Role.AGENT);
    Visitor visitor = visitor();

    Visitor.Answer stranger =
        visitor.post(
            "/camunda/api/admin/auth/user/default/login/tasklist",
            null,
            "username",
            login,
            "password",
            PASSWORD);

    assertThat(stranger.status()).isIn(401, 403);
    assertThat(visitor.get(TASKS).status()).isEqualTo(401);
    Visitor other = signedIn(person(Role.AGENT));
    other.open(TASKLIST);
    Visitor.Answer inside =
        other.send(
            other
                .request("/camunda/api/admin/auth/user/default/login/tasklist")
                .header("X-XSRF-TOKEN", other.cookie("XSRF-TOKEN"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + login + "&password=Only-4-tests%21")));
    assertThat(inside.status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT  | /process-definition/key/sla-clock/suspended | {'suspended': true}",
        "PUT  | /job-definition/suspended | {'suspended': true, 'processDefinitionKey':"
            + " 'sla-clock'}",
        "POST | /message         | {'messageName': 'incidentReported', 'businessKey': 'x'}",
        "POST | /signal          | {'name': 'x'}",
        "POST | /condition       | {'variables': {}}",
        "POST | /history/cleanup | {}",
        "POST | /process-definition/key/escalation/start | {'variables': {'escalationId': {'value':"
            + " 1}}}"
      })
  void whatTheEngineDoesForNobodyItDoesNotForItsWebApplicationsEither(
      String verb, String path, String body) {
    Visitor manager = signedIn(person(Role.SERVICE_DESK_MANAGER));
    manager.open(TASKLIST);

    Visitor.Answer answer =
        manager.send(
            manager
                .request("/camunda/api/engine/engine/default" + path)
                .header("X-XSRF-TOKEN", manager.cookie("XSRF-TOKEN"))
                .header("Content-Type", "application/json")
                .method(verb, BodyPublishers.ofString(body.replace('\'', '"'))));

    assertThat(answer.status()).as(answer.body()).isEqualTo(403);
  }

  @Test
  void whatASessionWritesNeedsTheTokenOfThePage() {
    Visitor agent = signedIn(person(Role.AGENT));
    String contact = "{\"direction\": \"IN\"}";

    Visitor.Answer forged =
        agent.send(
            agent
                .request("/api/v1/contacts")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(contact)));
    assertThat(forged.status()).isEqualTo(403);
    assertThat(forged.json().path("type").asText()).endsWith("forged");
    Visitor.Answer guessed =
        agent.send(
            agent
                .request("/api/v1/contacts")
                .header("Content-Type", "application/json")
                .header("X-BATON-CSRF", "guessed")
                .POST(BodyPublishers.ofString(contact)));
    assertThat(guessed.status()).isEqualTo(403);
    assertThat(agent.script("POST", "/api/v1/contacts", contact).status()).isNotIn(401, 403);
    assertThat(
            agent
                .withHeader("Sec-Fetch-Site", "cross-site")
                .script("POST", "/api/v1/contacts", contact)
                .status())
        .isEqualTo(403);
  }

  @Test
  void nameAndPasswordWithARequestMakeNoSession() {
    String login = person(Role.AGENT);

    Visitor.Answer answer = visitor().withPassword(login, PASSWORD).get(INCIDENTS);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Set-Cookie")).isNull();
    assertThat(
            visitor()
                .withPassword(login, PASSWORD)
                .script("POST", "/api/v1/contacts", "{}")
                .status())
        .isNotIn(401, 403);
    assertThat(visitor().withPassword(login, PASSWORD).get(TASKS).status()).isEqualTo(401);
  }

  @Test
  void whoIsRemovedOrGetsAnotherRoleIsNotLetOnForLong() {
    String login = person(Role.AGENT);
    Visitor agent = signedIn(login);
    keep(login, Role.AGENT, "Another-4-tests!");

    Patience.until(() -> agent.get(INCIDENTS).status() == 401);
  }
}
