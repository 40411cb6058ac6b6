package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.web.text.LocalizableText;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ProblemResponsesTest {

  private final ProblemResponses answers = new ProblemResponses(new ObjectMapper());

  @Test
  void whatAFilterRefusesIsGermanForAGermanPageAndEnglishForPrograms() throws IOException {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/desk/incidents/bulk");
    request.addPreferredLocale(Locale.GERMANY);

    assertThat(refusal(request)).isEqualTo("Your roles do not allow this");
    request.addHeader("HX-Request", "true");
    assertThat(refusal(request)).isEqualTo("Ihre Rollen erlauben das nicht.");
  }

  private String refusal(MockHttpServletRequest request) throws IOException {
    MockHttpServletResponse response = new MockHttpServletResponse();
    answers.write(
        request,
        response,
        HttpStatus.FORBIDDEN,
        "refused",
        LocalizableText.of("refused.request.roles"));
    return new ObjectMapper().readTree(response.getContentAsByteArray()).path("detail").asText();
  }
}
