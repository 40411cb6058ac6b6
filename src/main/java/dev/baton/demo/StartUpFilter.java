package dev.baton.demo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody in before the desk is prepared: while the demonstration is told the clock stands in
 * the past, and whatever a person did then would be dated there. Health answers meanwhile.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartUpFilter extends OncePerRequestFilter {

  private static final String SECONDS = "5";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>Baton is starting</title>
      <meta http-equiv="refresh" content="3"><meta name="viewport" content="width=device-width"></head>
      <body><main><h1>Baton is getting ready</h1>
      <p>This takes a few seconds. This page reloads by itself.</p></main></body></html>
      """;

  private static final String PROBLEM =
      """
      {"type":"about:blank","title":"Service Unavailable","status":503,\
      "detail":"Baton is still starting. Try again in a few seconds."}\
      """;

  private volatile boolean isOpen;

  @EventListener
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
    response.setHeader("Content-Security-Policy", "default-src 'none'");
    boolean isPage = isForPeople(request);
    response.setContentType(isPage ? "text/html;charset=UTF-8" : "application/problem+json");
    response.getOutputStream().write((isPage ? PAGE : PROBLEM).getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isForPeople(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null
        && accept.contains("text/html")
        && !request.getServletPath().startsWith("/api/");
  }
}
