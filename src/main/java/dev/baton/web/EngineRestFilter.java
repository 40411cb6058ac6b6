package dev.baton.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Keeps what the engine's REST API answers out of caches, whatever the engine says about it, and
 * knows it by one spelling of its address alone: the filters behind stumble over any other.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class EngineRestFilter extends OncePerRequestFilter {

  private static final String ENGINE = "/(engine-rest|camunda/api)(/.*)?";

  private final ProblemResponses answers;

  EngineRestFilter(ProblemResponses answers) {
    this.answers = answers;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !UrlPathHelper.defaultInstance.getPathWithinApplication(request).matches(ENGINE);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (request.getRequestURI().matches(ENGINE)) {
      chain.doFilter(request, new Settled(response));
    } else {
      answers.write(
          request, response, HttpStatus.NOT_FOUND, "unknown-path", "This path does not exist");
    }
  }

  /** A response whose cache control nobody changes any more. */
  private static final class Settled extends HttpServletResponseWrapper {

    Settled(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setHeader(String name, String value) {
      if (!name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL)) {
        super.setHeader(name, value);
      }
    }

    @Override
    public void addHeader(String name, String value) {
      if (!name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL)) {
        super.addHeader(name, value);
      }
    }

    @Override
    public void reset() {
      super.reset();
      super.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }
}
