package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInIT extends ApiDesk {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/incidents",
        "/api/v1/incidents/INC-2026-000001",
        "/api/v1/incidents/INC-2026-000001/timeline",
        "/api/v1/contacts",
        "/api/v1/health/reconciliation",
        "/api/v1/nothing",
        "/api",
        "/engine-rest",
        "/engine-rest/",
        "/engine-rest/engine",
        "/engine-rest/task",
        "/engine-rest/task/",
        "/engine-rest/version",
        "/engine-rest/openapi.json",
        "/engine-rest/identity/password-policy",
        "/engine-rest/process-definition/key/incident-lifecycle/start",
        "/camunda",
        "/camunda/app/tasklist/default/",
        "/camunda/app/cockpit/default/",
        "/camunda/app/admin/default/",
        "/camunda/app/welcome/default/",
        "/camunda/lib/deps.js",
        "/camunda/app/tasklist/camunda-tasklist-bootstrap.js",
        "/camunda/app/tasklist/scripts/config.js",
        "/camunda/app/tasklist/styles/user-styles.css",
        "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
        "/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js",
        "/camunda/api/admin/auth/user/default",
        "/camunda/api/engine",
        "/camunda/api/engine/engine",
        "/camunda/api/engine/engine/",
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/engine/engine/default/identity/password-policy",
        "/camunda/api/engine/engine/default/version",
        "/camunda/api/admin/setup/default/user/create",
        "/camunda/api/admin/auth/user/default/logout",
        "/camunda/api/admin/auth/user/other",
        "/camunda/api/admin/plugin/license/default/check-key",
        "/camunda/api/cockpit/plugin/base/default/process-instance",
        "/camunda/api/tasklist/plugin/x/default/y",
        "/camunda/api/nothing/plugin/x/static/y",
        "/camunda/app/nothing",
        "/camunda/app/tasklist/nosuch/",
        "/camunda/app/tasklist/index.html",
        "/camunda/nothing",
        "/camunda/securityFilterRules.json",
        "/webjars/camunda/securityFilterRules.json",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/v3/api-docs/swagger-config",
        "/swagger-ui.html",
        "/swagger-ui/index.html",
        "/actuator",
        "/actuator/info",
        "/actuator/metrics",
        "/actuator/env",
        "/actuator/health/db",
        "/error",
        "/nothing",
        "/index.html"
      })
  void nothingAnswersWithoutASignIn(String path) {
    ApiClient.Answer read = nobody().get(path);

    assertThat(read.status()).isEqualTo(401);
    assertThat(read.header("WWW-Authenticate")).contains("realm=\"Baton\"");
    assertThat(read.header("Content-Type")).startsWith("application/problem+json");
    assertThat(nobody().post(path, "{}").status()).isEqualTo(401);
    assertThat(nobody().send(nobody().request(path).DELETE()).status()).isEqualTo(401);
    assertThat(
            nobody()
                .send(nobody().request(path).method("OPTIONS", HttpRequest.BodyPublishers.noBody()))
                .status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sign-in",
        "/signin/page.css",
        "/signin/sign-in.js",
        "/webjars/bootstrap/css/bootstrap.min.css",
        "/camunda/favicon.ico",
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness"
      })
  void theSignInAndItsAssetsAreThereForEverybody(String path) {
    assertThat(nobody().get(path).status()).isEqualTo(200);
  }

  @Test
  void theDesksAddressLeadsToTheSignIn() {
    ApiClient.Answer door = nobody().get("/");

    assertThat(door.status()).isEqualTo(302);
    assertThat(door.header("Location")).endsWith("/sign-in");
  }

  @Test
  void healthShowsItsDetailsToThoseWhoWatch() {
    assertThat(nobody().get("/actuator/health").response().body())
        .contains("UP")
        .doesNotContain("components");
    assertThat(agent.get("/actuator/health").response().body()).doesNotContain("components");
    assertThat(agent.as("admin").get("/actuator/health").response().body()).contains("components");
    assertThat(agent.get("/actuator/metrics").status()).isEqualTo(403);
    assertThat(agent.as("service-desk-manager").get("/actuator/metrics").status()).isEqualTo(200);
    assertThat(agent.as("admin").get("/actuator/info").status()).isEqualTo(200);
  }

  @Test
  void aWrongPasswordIsRefused() {
    ApiClient wrong = new ApiClient(agent.address(), FORGETFUL, "wrong");

    ApiClient.Answer refused = wrong.get("/api/v1/incidents");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Baton\"");
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(new ApiClient(agent.address(), "agent", "").get("/api/v1/incidents").status())
        .isEqualTo(401);
    assertThat(
            nobody()
                .send(
                    nobody()
                        .request("/api/v1/incidents")
                        .header("Authorization", "Basic %%%")
                        .GET())
                .status())
        .isEqualTo(401);
    assertThat(agent.get("/api/v1/incidents").header("Set-Cookie")).isNull();
  }

  @Test
  void theEnginesOwnInterfaceKnowsWhoAsks() {
    newIncident("Seen through the engine");

    assertThat(agent.as("admin").get("/engine-rest/task/count").json().path("count").asInt())
        .isPositive();
    ApiClient.Answer asked = requester.get("/engine-rest/task/count");
    assertThat(asked.status()).isIn(200, 403);
    if (asked.status() == 200) {
      assertThat(asked.json().path("count").asInt()).isZero();
    }
  }

  @Test
  void pagesOfOtherSitesCannotUseARememberedPassword() {
    String it = "/api/v1/incidents/" + newIncident("Forged") + "/claim";

    assertThat(agent.post(it, "{}", "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
    assertThat(agent.post(it, "", "Content-Type", "text/plain").status()).isEqualTo(415);
    assertThat(
            agent
                .as("admin")
                .post("/engine-rest/task/count", "{}", "Content-Type", "text/plain")
                .status())
        .isEqualTo(415);
    assertThat(agent.post(it, "{}", "Sec-Fetch-Site", "same-origin").status()).isEqualTo(200);
  }
}
