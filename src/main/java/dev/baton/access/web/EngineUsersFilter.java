package dev.baton.access.web;

import dev.baton.engine.VisitorTexts;
import dev.baton.web.ProblemResponses;
import dev.baton.web.text.LocalizableText;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Refuses changes of users and groups over the engine's REST API, in all its places: Baton keeps
 * them in step with its agents, teams and requesters, and somebody who is made by hand would be
 * none of these.
 */
@Component
class EngineUsersFilter extends OncePerRequestFilter {

  private static final String REST =
      "/(?:engine-rest(?:/+engine/+[^/]+)?|camunda/api/+engine/+engine/+[^/]+)";
  private static final Pattern PEOPLE =
      Pattern.compile(REST + "/+(?:user|group)(?:/.*)?|/camunda/api/+admin/+setup/.*");

  /** Counting and finding, which may have a body, and unlocking. */
  private static final Pattern HARMLESS =
      Pattern.compile(REST + "/+(?:user|group)(?:/+count|/+[^/]+/+unlock)?/*");

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final ProblemResponses answers;

  EngineUsersFilter(ProblemResponses answers) {
    this.answers = answers;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    // As the servlets see it: decoded, so that no other spelling leads past.
    String path = UrlPathHelper.defaultInstance.getPathWithinApplication(request);
    return READING.contains(request.getMethod())
        || !PEOPLE.matcher(path).matches()
        || HARMLESS.matcher(path).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication person = SecurityContextHolder.getContext().getAuthentication();
    if (person == null || person instanceof AnonymousAuthenticationToken) {
      chain.doFilter(request, response);
      return;
    }
    answers.write(
        request,
        response,
        HttpStatus.FORBIDDEN,
        "refused",
        VisitorTexts.of(LocalizableText.of("refused.engineUsers")));
  }
}
