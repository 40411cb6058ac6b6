package dev.baton.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusalTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Writes problem+json where no controller is at work: in filters and at the sign-in. */
@Component
public class ProblemResponses {

  private final ObjectMapper json;

  ProblemResponses(ObjectMapper json) {
    this.json = json;
  }

  /** The same in the reader's language, for what htmx shows on a page; programs get English. */
  public void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      String kind,
      LocalizableText reason)
      throws IOException {
    boolean isGerman =
        PageRequests.isPartOfPage(request) && request.getLocale().getLanguage().equals("de");
    write(
        request,
        response,
        status,
        kind,
        RefusalTexts.in(isGerman ? Locale.GERMANY : Locale.ENGLISH, reason));
  }

  /** Ends the request with this status, kind of problem and reason. */
  public void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      String kind,
      String detail)
      throws IOException {
    ProblemDetail answer = problem(status, kind, detail);
    answer.setInstance(instance(request));
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    json.writeValue(response.getOutputStream(), answer);
  }

  /** A problem document; its type is an URN that ends in the kind. */
  public static ProblemDetail problem(HttpStatus status, String kind, String detail) {
    ProblemDetail answer = ProblemDetail.forStatusAndDetail(status, detail);
    answer.setType(URI.create("urn:baton:problem:" + kind));
    return answer;
  }

  /** The path of the request, or null when it is no address. */
  public static URI instance(HttpServletRequest request) {
    try {
      return URI.create(request.getRequestURI());
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }
}
