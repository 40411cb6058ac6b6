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
 * The token against forged requests: in a cookie that scripts of ours read and send back as a
 * header, and masked in forms. Who brings name and password or a token with the request needs none.
 */
@Component
class CsrfTokens implements CsrfTokenRequestHandler {

  static final String COOKIE = "BATON-CSRF";
  static final String HEADER = "X-BATON-CSRF";
  static final String FIELD = "_csrf";

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final FullPathRequestMatcher SIGN_IN =
      FullPathRequestMatcher.any("/sign-in", "/sign-in/**", "/sign-out");

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

  /** The session has tokens of its own from now on, and the browser the first of them. */
  void renew(HttpServletRequest request, HttpServletResponse response) {
    cookies.bind(request.getSession(true));
    save(request, response);
  }

  private void save(HttpServletRequest request, HttpServletResponse response) {
    cookies.saveToken(cookies.generateToken(request), request, response);
  }

  /** Somebody in a session has one, whichever page they see first. */
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
