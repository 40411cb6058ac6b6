package dev.baton.signin;

import dev.baton.access.TokenScope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Which paths a token opens, by its scopes: the API, its description and monitoring, but neither
 * the engine nor an account. The permission of an API operation applies as well; operations without
 * a permission, such as server metrics, require a scope that reads everything.
 */
final class TokenPaths {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<TokenScope> READS_ALL = Set.of(TokenScope.READ, TokenScope.ADMINISTER);
  private static final Set<TokenScope> READ_ALONE = Set.of(TokenScope.READ);

  private static final FullPathRequestMatcher API = FullPathRequestMatcher.any("/api/v1/**");
  private static final FullPathRequestMatcher WITHOUT_ACT =
      FullPathRequestMatcher.any(
          "/api/v1/health",
          "/api/v1/health/**",
          "/api/v1/tokens",
          "/api/v1/tokens/**",
          "/v3/api-docs",
          "/v3/api-docs/**",
          "/v3/api-docs.yaml",
          "/actuator",
          "/actuator/**");

  private TokenPaths() {}

  static boolean areOpen(Set<TokenScope> scopes, HttpServletRequest request) {
    boolean writes = !READING.contains(request.getMethod());
    if (writes && scopes.equals(READ_ALONE)) {
      return false;
    }
    return WITHOUT_ACT.matches(request)
        ? scopes.stream().anyMatch(READS_ALL::contains)
        : API.matches(request);
  }
}
