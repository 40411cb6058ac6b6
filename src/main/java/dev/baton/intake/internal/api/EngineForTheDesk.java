package dev.baton.intake.internal.api;

import dev.baton.problem.ProblemAnswers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps clients' people out of the engine's own REST API, in both its places: it guards most of
 * what it holds by rights, but not all.
 */
@Component
class EngineForTheDesk extends OncePerRequestFilter {

  private final ApiRights rights;
  private final ProblemAnswers answers;

  EngineForTheDesk(ApiRights rights, ProblemAnswers answers) {
    this.rights = rights;
    this.answers = answers;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return !path.startsWith("/engine-rest") && !path.startsWith("/camunda/api/engine/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication person = SecurityContextHolder.getContext().getAuthentication();
    boolean isSomebody = person != null && !(person instanceof AnonymousAuthenticationToken);
    if (isSomebody && !rights.isOfTheDesk()) {
      answers.write(
          request,
          response,
          HttpStatus.FORBIDDEN,
          "refused",
          "The engine is for the desk's people");
    } else {
      chain.doFilter(request, response);
    }
  }
}
