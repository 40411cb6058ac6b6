package dev.baton.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The web applications' own token against forged requests, given with the sign-in. They would make
 * it with the first request that has none; two of them at once, which two nodes may answer, would
 * leave the browser with one that does not fit and end the session.
 */
public final class WebAppForgeryToken {

  private WebAppForgeryToken() {}

  /** The session of this request has this token from now on, and its browser too. */
  public static void give(HttpServletRequest request, HttpServletResponse response, byte[] random) {
    String token = HexFormat.of().withUpperCase().formatHex(random);
    request.getSession().setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, token);
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME, token)
            .path(request.getContextPath() + "/camunda")
            .secure(request.isSecure())
            .sameSite("Lax")
            .build()
            .toString());
  }
}
