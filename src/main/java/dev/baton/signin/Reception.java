package dev.baton.signin;

import dev.baton.audit.AuditKind;
import dev.baton.engine.EngineSignIn.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Leads whoever has proved something on to what is still to be proved, or in. */
@Component
class Reception {

  private final Sessions sessions;
  private final SignInLog log;

  Reception(Sessions sessions, SignInLog log) {
    this.sessions = sessions;
    this.log = log;
  }

  /** Somebody knew a name and its password; the path to go on with. */
  String knowsPassword(
      HttpServletRequest request, HttpServletResponse response, SignedIn person, String wish) {
    return enters(request, response, person, wish, "password");
  }

  /** Everything is proved: a session begins. */
  String enters(
      HttpServletRequest request,
      HttpServletResponse response,
      SignedIn person,
      String wish,
      String proof) {
    sessions.begin(request, response, person.login());
    log.note(AuditKind.SIGNED_IN, person.login(), "Signed in with " + proof);
    String safe = Destination.safe(wish);
    return safe.isEmpty() || safe.equals("/") ? Destination.home(person.groups()) : safe;
  }
}
