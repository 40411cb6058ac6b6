package dev.baton.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

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
  private static final PathMatch SIGN_IN = PathMatch.any("/sign-in", "/sign-in/**", "/sign-out");

  private final CookieCsrfTokenRepository cookies = cookies();
  private final CsrfTokenRequestHandler plain = new CsrfTokenRequestAttributeHandler();
  private final CsrfTokenRequestHandler masked = new XorCsrfTokenRequestAttributeHandler();

  private static CookieCsrfTokenRepository cookies() {
    CookieCsrfTokenRepository cookies = new CookieCsrfTokenRepository();
    cookies.setCookieName(COOKIE);
    cookies.setHeaderName(HEADER);
    cookies.setParameterName(FIELD);
    cookies.setCookieCustomizer(cookie -> cookie.httpOnly(false).sameSite("Lax").path("/"));
    return cookies;
  }

  CookieCsrfTokenRepository cookie() {
    return cookies;
  }

  /** Whether a request must prove that a page of ours sent it. */
  static boolean isAskedOf(HttpServletRequest request) {
    return !READING.contains(request.getMethod())
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && (request.getRequestedSessionId() != null || SIGN_IN.matches(request));
  }

  /** Another token from now on. */
  void renew(HttpServletRequest request, HttpServletResponse response) {
    cookies.saveToken(cookies.generateToken(request), request, response);
  }

  /** Somebody in a session has one, whichever page they see first. */
  void keepReady(HttpServletRequest request, HttpServletResponse response) {
    if (WebUtils.getCookie(request, COOKIE) == null) {
      renew(request, response);
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
