package dev.baton.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.UrlPathHelper;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Matches the full path of a request, whichever servlet serves it. (Matchers made from plain
 * strings only see the part after the servlet path, and the engine's servlets have one.)
 */
final class FullPathRequestMatcher implements RequestMatcher {

  private final Set<String> methods;
  private final PathPattern[] patterns;

  private FullPathRequestMatcher(Set<String> methods, String... patterns) {
    this.methods = methods;
    this.patterns =
        Arrays.stream(patterns)
            .map(PathPatternParser.defaultInstance::parse)
            .toArray(PathPattern[]::new);
  }

  static FullPathRequestMatcher any(String... patterns) {
    return new FullPathRequestMatcher(Set.of(), patterns);
  }

  static FullPathRequestMatcher reading(String... patterns) {
    return new FullPathRequestMatcher(Set.of("GET", "HEAD"), patterns);
  }

  static FullPathRequestMatcher posting(String... patterns) {
    return new FullPathRequestMatcher(Set.of("POST"), patterns);
  }

  @Override
  public boolean matches(HttpServletRequest request) {
    if (!methods.isEmpty() && !methods.contains(request.getMethod())) {
      return false;
    }
    PathContainer path =
        PathContainer.parsePath(UrlPathHelper.defaultInstance.getPathWithinApplication(request));
    return Arrays.stream(patterns).anyMatch(pattern -> pattern.matches(path));
  }
}
