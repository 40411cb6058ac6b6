package dev.baton.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Restricts what a browser may load and run on our pages: files of this desk only, with no inline
 * scripts or styles. A few older standalone pages without scripts have inline styles.
 */
class ContentSecurityPolicyWriter implements HeaderWriter {

  private static final String HEADER = "Content-Security-Policy";
  private static final String STRICT =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  private static final String OWN_STYLE =
      STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

  private static final FullPathRequestMatcher STRICT_PAGES =
      FullPathRequestMatcher.any(
          "/",
          "/sign-in",
          "/sign-in/**",
          "/sign-out",
          "/invitation/*",
          "/account",
          "/account/**",
          "/desk/**");

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    if (!response.containsHeader(HEADER)) {
      response.setHeader(HEADER, STRICT_PAGES.matches(request) ? STRICT : OWN_STYLE);
    }
  }
}
