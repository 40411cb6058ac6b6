package dev.baton.demo;

import dev.baton.database.DatabaseMode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody in before the desk is prepared: while the demonstration is played the clock stands in
 * the past, and whatever a person did then would be dated there. Answers at once, without the
 * database; health is answered as always.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartUpFilter extends OncePerRequestFilter {

  private static final String SECONDS = "5";

  private static final String PROBLEM =
      """
      {"type":"about:blank","title":"Service Unavailable","status":503,\
      "detail":"Baton is still starting. Try again in a few seconds."}\
      """;

  private final StartUpPage page;
  private final boolean isDemo;

  private volatile boolean isOpen;

  StartUpFilter(MessageSource words, DatabaseMode mode, @Value("${baton.demo:true}") boolean demo) {
    this.page = new StartUpPage(words);
    this.isDemo = demo && mode == DatabaseMode.EMBEDDED;
  }

  /** Before other listeners, which nobody has to wait for. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void open(ApplicationReadyEvent ready) {
    isOpen = true;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return isOpen
        || request.getServletPath().equals("/actuator/health")
        || request.getServletPath().startsWith("/actuator/health/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", SECONDS);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Content-Security-Policy", StartUpPage.CONTENT_SECURITY_POLICY);
    boolean isPage = isForPeople(request);
    response.setContentType(isPage ? "text/html;charset=UTF-8" : "application/problem+json");
    response.getOutputStream().write(body(request, isPage).getBytes(StandardCharsets.UTF_8));
  }

  private String body(HttpServletRequest request, boolean isPage) {
    if (!isPage) {
      return PROBLEM;
    }
    Locale locale = request.getLocale().getLanguage().equals("de") ? Locale.GERMANY : Locale.UK;
    // A form that was sent is not sent again: the page goes to the start instead.
    return page.html(locale, isDemo, request.getMethod().equals("GET") ? "" : "/");
  }

  private static boolean isForPeople(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null
        && accept.contains("text/html")
        && !request.getServletPath().startsWith("/api/");
  }
}
