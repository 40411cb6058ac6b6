package dev.baton.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Authenticates the owner of the session, with their current roles. Credentials or a token sent
 * with the request take precedence over the session.
 */
class SessionAuthenticationFilter extends OncePerRequestFilter {

  private final Sessions sessions;
  private final CsrfTokens csrf;

  SessionAuthenticationFilter(Sessions sessions, CsrfTokens csrf) {
    this.sessions = sessions;
    this.csrf = csrf;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    sessions
        .person(request)
        .ifPresent(
            person -> {
              SecurityContext context = SecurityContextHolder.createEmptyContext();
              context.setAuthentication(SignedInToken.of(person.signedIn()));
              SecurityContextHolder.setContext(context);
              csrf.keepReady(request, response);
            });
    chain.doFilter(request, response);
  }
}
