package dev.baton.engine.web;

import dev.baton.engine.EngineActingPerson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who is signed in to this request, and notes the way in. Runs after the sign-in
 * was checked; the web applications tell the engine themselves.
 */
@Component
@Order(EngineRequestFilter.AFTER_SIGN_IN)
class EngineRequestFilter extends OncePerRequestFilter {

  /** Spring Security's filter chain runs at -100. */
  static final int AFTER_SIGN_IN = -50;

  private static final String ROLE = "ROLE_";

  private final IdentityService identityService;
  private final EngineActingPerson actingPerson;

  EngineRequestFilter(IdentityService identityService, EngineActingPerson actingPerson) {
    this.identityService = identityService;
    this.actingPerson = actingPerson;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    actingPerson.comesFrom(wayIn(request));
    boolean signedIn = !isOfWebApplications(request) && tellWhoIsSignedIn();
    try {
      chain.doFilter(request, response);
    } finally {
      actingPerson.comesFrom(null);
      if (signedIn) {
        identityService.clearAuthentication();
      }
    }
  }

  private boolean tellWhoIsSignedIn() {
    Authentication person = SecurityContextHolder.getContext().getAuthentication();
    if (!isSomebody(person)) {
      return false;
    }
    List<String> groups =
        person.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .filter(authority -> authority.startsWith(ROLE))
            .map(authority -> authority.substring(ROLE.length()))
            .toList();
    identityService.setAuthentication(person.getName(), groups);
    return true;
  }

  /** Whether a request comes from somebody who proved who they are. */
  static boolean isSomebody(Authentication person) {
    return person != null
        && person.isAuthenticated()
        && !(person instanceof AnonymousAuthenticationToken);
  }

  private static boolean isOfWebApplications(HttpServletRequest request) {
    return path(request).startsWith("/camunda/");
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  private static String wayIn(HttpServletRequest request) {
    String path = path(request);
    if (path.startsWith("/api/")) {
      return "API";
    }
    if (path.startsWith("/engine-rest")) {
      return "Engine REST";
    }
    if (path.startsWith("/desk") || path.startsWith("/outbox")) {
      return "Desk";
    }
    if (path.startsWith("/sign-")
        || path.startsWith("/account")
        || path.startsWith("/invitation/")) {
      return "Sign-in";
    }
    String page = request.getHeader("Referer");
    return page != null && page.contains("/app/cockpit/") ? "Cockpit" : "Tasklist";
  }
}
