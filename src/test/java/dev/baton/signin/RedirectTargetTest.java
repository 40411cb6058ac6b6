package dev.baton.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/desk/incidents?q=printer&page=2",
        "/camunda/app/tasklist/default/#/?task=17&filter=%5B%5D",
        "/desk/incidents?next=https://elsewhere.example/",
        "/"
      })
  void aPathOfThisDeskIsKept(String wish) {
    assertThat(RedirectTarget.safe(wish)).isEqualTo(wish);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "desk",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "/a//b",
        "http://evil.example/",
        "/a b",
        "/\u0009/evil.example",
        "/ä",
        "/a\r\nSet-Cookie: x=y",
        "/sign-in?continue=/",
        "/sign-out",
        "/%zz"
      })
  void anythingElseIsForgotten(String wish) {
    assertThat(RedirectTarget.safe(wish)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "agent,/camunda/app/tasklist/default/",
    "admin,/camunda/app/tasklist/default/",
    "service-desk-manager,/camunda/app/cockpit/default/",
    "process-owner,/camunda/app/cockpit/default/",
    "requester,/desk/incidents"
  })
  void everybodyComesToWhereTheyWork(String role, String path) {
    assertThat(RedirectTarget.home(List.of("team-x", role))).isEqualTo(path);
  }

  @Test
  void theSignInKnowsTheWayOn() {
    assertThat(RedirectTarget.signInFor("/outbox?page=2"))
        .isEqualTo("/sign-in?continue=%2Foutbox%3Fpage%3D2");
    assertThat(RedirectTarget.signInFor("//evil.example")).isEqualTo("/sign-in");
  }
}
