package dev.baton.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads no more of a body than its path needs, before anybody is signed in and anything is parsed:
 * 413 at once for one that says that it is longer, and as soon as it is for one that does not say.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class BodyLimit extends OncePerRequestFilter {

  /** As many as the server takes apart. */
  private static final int MOST_PARAMETERS = 1000;

  private final ProblemResponses answers;

  BodyLimit(ProblemResponses answers) {
    this.answers = answers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long limit = BodyKind.of(request).limit();
    long length = request.getContentLengthLong();
    if (length > limit) {
      tooLarge(request, response, limit);
    } else if (parameters(request) > MOST_PARAMETERS) {
      answers.write(
          request,
          response,
          HttpStatus.BAD_REQUEST,
          "unreadable",
          "The address must have at most " + MOST_PARAMETERS + " parameters");
    } else if (isPacked(request)) {
      answers.write(
          request,
          response,
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "unsupported-encoding",
          "The body must not be compressed");
    } else if (length >= 0) {
      chain.doFilter(request, response);
    } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
      chain.doFilter(request, response); // without either header there is no body
    } else if (BodyKind.isForm(request)) {
      answers.write(
          request,
          response,
          HttpStatus.LENGTH_REQUIRED,
          "length-required",
          "A form must state its length in Content-Length");
    } else {
      chain.doFilter(
          new CountedRequest(request, limit, () -> tooLarge(request, response, limit)), response);
    }
  }

  /** Whoever reads on cannot change this answer: it is complete, and the response closed. */
  private void tooLarge(HttpServletRequest request, HttpServletResponse response, long limit)
      throws IOException {
    if (!response.isCommitted()) {
      response.reset();
      response.setHeader(HttpHeaders.CONNECTION, "close");
      answers.write(
          request,
          response,
          HttpStatus.PAYLOAD_TOO_LARGE,
          "too-large",
          new BodyTooLarge(limit).reason());
    }
  }

  private static long parameters(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null ? 0 : query.chars().filter(letter -> letter == '&').count() + 1;
  }

  private static boolean isPacked(HttpServletRequest request) {
    String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    return coding != null && !coding.strip().toLowerCase(Locale.ROOT).equals("identity");
  }
}
