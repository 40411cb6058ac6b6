package dev.baton.access.web;

import dev.baton.access.AccessControl;
import dev.baton.access.Permission;
import dev.baton.engine.VisitorTexts;
import dev.baton.web.ProblemResponses;
import dev.baton.web.text.LocalizableText;
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
import org.springframework.web.util.UrlPathHelper;

/**
 * Guards the engine's own REST API, in both its places, where the engine's authorisations do not:
 * clients' people stay out, nobody tries passwords there, and the log of operations is for those
 * who read the audit trail, but for that of a single task.
 */
@Component
class EngineAccessFilter extends OncePerRequestFilter {

  private static final String ENGINE = "/(engine-rest|camunda/api)(/.*)?";

  private final AccessControl rights;
  private final ProblemResponses answers;

  EngineAccessFilter(AccessControl rights, ProblemResponses answers) {
    this.rights = rights;
    this.answers = answers;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !path(request).matches(ENGINE);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication person = SecurityContextHolder.getContext().getAuthentication();
    boolean isSomebody = person != null && !(person instanceof AnonymousAuthenticationToken);
    String path = path(request);
    if (isSomebody && isOfEngine(path) && !rights.isOfTheDesk()) {
      refuse(request, response, "Only desk staff can use the engine");
    } else if (path.matches(".*/identity/+verify/*")) {
      refuse(request, response, "Passwords are checked only at sign-in");
    } else if (isSomebody
        && path.contains("/user-operation")
        && !isOfOneTask(request, path)
        && !rights.may(Permission.READ_AUDIT)) {
      refuse(
          request,
          response,
          VisitorTexts.of(LocalizableText.of("refused.roles", Permission.READ_AUDIT.text())));
    } else {
      chain.doFilter(request, response);
    }
  }

  /**
   * What Tasklist's tab History shows: what was done to one task. The engine gives it to those who
   * may read the history of its flow, as everybody of the desk may.
   */
  private static boolean isOfOneTask(HttpServletRequest request, String path) {
    String[] tasks = request.getParameterValues("taskId");
    return request.getMethod().equals("GET")
        && path.matches(".*/history/user-operation(/count)?")
        && tasks != null
        && tasks.length == 1
        && !tasks[0].isBlank();
  }

  private static boolean isOfEngine(String path) {
    return path.startsWith("/engine-rest") || path.startsWith("/camunda/api/engine/");
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, String detail)
      throws IOException {
    answers.write(request, response, HttpStatus.FORBIDDEN, "refused", detail);
  }

  /** As the servlets see it: decoded, so that no other spelling leads past. */
  private static String path(HttpServletRequest request) {
    return UrlPathHelper.defaultInstance.getPathWithinApplication(request);
  }
}
