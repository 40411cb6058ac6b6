package dev.baton.engine;

import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;

/** Tells whether somebody is signed in to the engine's web applications in a session. */
public final class WebAppSession {

  /** Where the web applications keep their sign-ins; there for strangers too, but empty. */
  private static final String SIGN_INS = "authenticatedUser";

  private WebAppSession() {}

  /** Whether the session, which may be null, belongs to somebody who signed in. */
  public static boolean isSignedIn(HttpSession session) {
    return session != null
        && session.getAttribute(SIGN_INS) instanceof Authentications signIns
        && !signIns.getAuthentications().isEmpty();
  }
}
