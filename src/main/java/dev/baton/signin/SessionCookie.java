package dev.baton.signin;

import dev.baton.access.SecretEncryption;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * The session id with a signature, in a cookie. Someone who reads the session table cannot take
 * over a session, and made-up ids are not looked up.
 */
@Component
class SessionCookie implements CookieSerializer {

  private final SecretEncryption keeper;
  private final DefaultCookieSerializer cookies = new DefaultCookieSerializer();

  SessionCookie(
      SecretEncryption keeper,
      @Value("${server.servlet.session.cookie.name:JSESSIONID}") String name,
      @Value("${server.servlet.session.cookie.secure:#{null}}") Boolean secure) {
    this.keeper = keeper;
    cookies.setCookieName(name);
    cookies.setUseBase64Encoding(false);
    if (secure != null) {
      cookies.setUseSecureCookie(secure); // else as the request came
    }
  }

  @Override
  public void writeCookieValue(CookieValue given) {
    String id = given.getCookieValue();
    String value = id.isEmpty() ? id : id + "." + signature(id); // empty: the cookie goes
    cookies.writeCookieValue(new CookieValue(given.getRequest(), given.getResponse(), value));
  }

  @Override
  public List<String> readCookieValues(HttpServletRequest request) {
    return cookies.readCookieValues(request).stream()
        .filter(this::isSigned)
        .map(value -> value.substring(0, value.indexOf('.')))
        .toList();
  }

  private boolean isSigned(String value) {
    int dot = value.indexOf('.');
    return dot > 0
        && MessageDigest.isEqual(
            bytes(value.substring(dot + 1)), bytes(signature(value.substring(0, dot))));
  }

  private String signature(String id) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(keeper.sign("session", id));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
