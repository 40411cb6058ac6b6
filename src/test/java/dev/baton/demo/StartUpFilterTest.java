package dev.baton.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class StartUpFilterTest {

  private final StartUpFilter filter = new StartUpFilter();
  private final MockFilterChain desk = new MockFilterChain();

  @Test
  void aBrowserIsShownAPageThatReloadsByItself() throws Exception {
    MockHttpServletResponse answer = answer("/desk/incidents", "text/html,*/*");

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    assertThat(answer.getContentType()).startsWith("text/html");
    assertThat(answer.getContentAsString()).contains("getting ready", "refresh");
    assertThat(desk.getRequest()).isNull();
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
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setServletPath(path);
    if (accept != null) {
      request.addHeader("Accept", accept);
    }
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, desk);
    return response;
  }
}
