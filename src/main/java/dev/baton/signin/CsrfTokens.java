package dev.baton.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/**
 * The CSRF token: in a cookie that our scripts read and send back as a header, and masked in forms.
 * Requests with name and password or an API token do not need one.
 */
@Component
class CsrfTokens implements CsrfTokenRequestHandler {

  static final String COOKIE = "BATON-CSRF";
  static final String HEADER = "X-BATON-CSRF";
  static final String FIELD = "_csrf";

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final FullPathRequestMatcher SIGN_IN =
      FullPathRequestMatcher.any("/sign-in", "/sign-in/**", "/sign-out", "/invitation/*");

  private final CsrfCookies cookies;
  private final CsrfTokenRequestHandler plain = new CsrfTokenRequestAttributeHandler();
  private final CsrfTokenRequestHandler masked = new XorCsrfTokenRequestAttributeHandler();

  CsrfTokens(CsrfCookies cookies) {
    this.cookies = cookies;
  }

  /** Whether a request must prove that a page of ours sent it. */
  static boolean isAskedOf(HttpServletRequest request) {
    return !READING.contains(request.getMethod())
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && (request.getRequestedSessionId() != null || SIGN_IN.matches(request));
  }

  /** Gives the session new tokens, and the browser the first of them. */
  void renew(HttpServletRequest request, HttpServletResponse response) {
    cookies.bind(request.getSession(true));
    save(request, response);
  }

  private void save(HttpServletRequest request, HttpServletResponse response) {
    cookies.saveToken(cookies.generateToken(request), request, response);
  }

  /** Ensures that a signed-in browser has a token, whichever page it opens first. */
  void keepReady(HttpServletRequest request, HttpServletResponse response) {
    if (cookies.loadToken(request) == null) {
      save(request, response);
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
    masked.handle(request, response, token);
  }

  @Override
  public String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
    return request.getHeader(token.getHeaderName()) == null
        ? masked.resolveCsrfTokenValue(request, token)
        : plain.resolveCsrfTokenValue(request, token);
  }
}
