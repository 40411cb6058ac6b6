package dev.baton.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.database.DatabaseMode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class StartUpFilterTest {

  private final StartUpFilter filter = new StartUpFilter(words(), DatabaseMode.EMBEDDED, true);
  private final MockFilterChain desk = new MockFilterChain();

  @Test
  void aBrowserIsShownAPageThatReloadsByItself() throws Exception {
    MockHttpServletResponse answer = answer("/desk/incidents", "text/html,*/*");

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    assertThat(answer.getContentType()).startsWith("text/html");
    assertThat(answer.getContentAsString())
        .contains(
            "lang=\"en\"",
            "getting ready",
            "The demonstration is being prepared",
            "http-equiv=\"refresh\" content=\"3\"")
        .doesNotContain("<script");
    assertThat(desk.getRequest()).isNull();
  }

  @Test
  void itSpeaksTheBrowsersLanguage() throws Exception {
    MockHttpServletRequest request = request("GET", "/sign-in", "text/html");
    request.addPreferredLocale(Locale.GERMANY);

    assertThat(answer(request).getContentAsString())
        .contains("lang=\"de\"", "Die Demonstration wird vorbereitet");
  }

  @Test
  void aFormThatWasSentIsNotSentAgain() throws Exception {
    assertThat(answer(request("POST", "/sign-in", "text/html")).getContentAsString())
        .contains("content=\"3;url=/\"");
  }

  @Test
  void withoutADemonstrationItDoesNotSpeakOfOne() throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new StartUpFilter(words(), DatabaseMode.EMBEDDED, false)
        .doFilter(request("GET", "/", "text/html"), response, desk);

    assertThat(response.getContentAsString())
        .contains("The desk is starting")
        .doesNotContain("demonstration");
  }

  @Test
  void aProgramIsGivenAProblem() throws Exception {
    MockHttpServletResponse answer = answer("/api/v1/incidents", "application/json");

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getContentType()).isEqualTo("application/problem+json");
    assertThat(answer.getContentAsString()).contains("\"status\":503");
    assertThat(desk.getRequest()).isNull();
  }

  @Test
  void healthAnswersAndNothingElseOfTheActuator() throws Exception {
    assertThat(answer("/actuator/prometheus", null).getStatus()).isEqualTo(503);
    assertThat(desk.getRequest()).isNull();

    answer("/actuator/health/liveness", null);

    assertThat(desk.getRequest()).isNotNull();
  }

  @Test
  void whoComesOnceTheDeskIsReadyIsLetIn() throws Exception {
    filter.open(null);

    answer("/api/v1/incidents", "application/json");

    assertThat(desk.getRequest()).isNotNull();
  }

  private MockHttpServletResponse answer(String path, String accept) throws Exception {
    return answer(request("GET", path, accept));
  }

  private MockHttpServletResponse answer(MockHttpServletRequest request) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, desk);
    return response;
  }

  private static MockHttpServletRequest request(String method, String path, String accept) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    request.setServletPath(path);
    if (accept != null) {
      request.addHeader("Accept", accept);
    }
    return request;
  }

  private static MessageSource words() {
    ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    words.setBasename("signin/words");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
    return words;
  }
}
