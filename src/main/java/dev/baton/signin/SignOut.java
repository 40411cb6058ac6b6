package dev.baton.signin;

import dev.baton.audit.AuditKind;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Ends the caller's session. The sign-in page then confirms it, wherever they come from. */
@Component
public class SignOut {

  private static final String LEFT = "BATON-LEFT";

  private final Sessions sessions;
  private final SignInLog log;

  SignOut(Sessions sessions, SignInLog log) {
    this.sessions = sessions;
    this.log = log;
  }

  /** Tells the browser; must be called before any of the response is sent. */
  public void announce(HttpServletRequest request, HttpServletResponse response) {
    note(request, response, "1", Duration.ofMinutes(1));
  }

  public void leave(HttpServletRequest request) {
    try {
      Optional.ofNullable(request.getUserPrincipal())
          .map(Principal::getName)
          .ifPresent(login -> log.note(AuditKind.SIGNED_OUT, login, "Signed out"));
    } finally {
      sessions.end(request);
    }
  }

  /** Returns whether the caller has just signed out; only once. */
  public boolean hasJustLeft(HttpServletRequest request, HttpServletResponse response) {
    Cookie left = WebUtils.getCookie(request, LEFT);
    if (left != null) {
      note(request, response, "", Duration.ZERO);
    }
    return left != null;
  }

  private static void note(
      HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(LEFT, value)
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(age)
            .build()
            .toString());
  }
}
