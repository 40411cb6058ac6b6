package dev.baton.signin;

import dev.baton.access.SecretEncryption;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Keeps the CSRF token in a cookie that is signed for one session. Someone who plants a cookie in a
 * browser, for example from a neighbouring host, cannot produce a valid one. Before sign-in, it is
 * not bound to a session. The key is the same on all nodes.
 */
@Component
class CsrfCookies implements CsrfTokenRepository {

  private static final String SIGN_IN = "baton.csrf-sign-in";
  private static final String FRESH = CsrfCookies.class.getName();
  private static final int BYTES = 24;

  private final SecretEncryption keeper;

  CsrfCookies(SecretEncryption keeper) {
    this.keeper = keeper;
  }

  /** Binds tokens to this session from now on. */
  void bind(HttpSession session) {
    session.setAttribute(SIGN_IN, text(keeper.random(BYTES)));
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    String nonce = text(keeper.random(BYTES));
    return token(nonce + "." + signature(request, nonce));
  }

  @Override
  public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    request.setAttribute(FRESH, token == null ? "" : token.getToken());
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(CsrfTokens.COOKIE, token == null ? "" : token.getToken())
            .path("/")
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(token == null ? 0 : -1)
            .build()
            .toString());
  }

  /** Null if the token is missing, forged, or belongs to another session. */
  @Override
  public CsrfToken loadToken(HttpServletRequest request) {
    return given(request).filter(it -> isGood(request, it)).map(CsrfCookies::token).orElse(null);
  }

  private static Optional<String> given(HttpServletRequest request) {
    return request.getAttribute(FRESH) instanceof String fresh
        ? Optional.of(fresh)
        : Optional.ofNullable(WebUtils.getCookie(request, CsrfTokens.COOKIE)).map(Cookie::getValue);
  }

  private boolean isGood(HttpServletRequest request, String token) {
    int dot = token.indexOf('.');
    return dot > 0
        && MessageDigest.isEqual(
            bytes(token.substring(dot + 1)), bytes(signature(request, token.substring(0, dot))));
  }

  private String signature(HttpServletRequest request, String nonce) {
    HttpSession session = request.getSession(false);
    String signIn =
        session != null && session.getAttribute(SIGN_IN) instanceof String bound ? bound : "";
    return text(keeper.sign("csrf", signIn + "!" + nonce));
  }

  private static CsrfToken token(String text) {
    return new DefaultCsrfToken(CsrfTokens.HEADER, CsrfTokens.FIELD, text);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
