package dev.baton.signin;

import dev.baton.audit.AuditKind;
import dev.baton.engine.EngineSignIn.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Leads whoever has proved something on to what is still to be proved, or in. */
@Component
class Reception {

  static final String CODE = "/sign-in/code";
  static final String ENROL = "/sign-in/enrol";

  private final Sessions sessions;
  private final Accounts accounts;
  private final RequiredSecondFactor required;
  private final Pending pending;
  private final SignInLog log;

  Reception(
      Sessions sessions,
      Accounts accounts,
      RequiredSecondFactor required,
      Pending pending,
      SignInLog log) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.required = required;
    this.pending = pending;
    this.log = log;
  }

  /** Somebody knew a name and its password; the path to go on with. */
  String knowsPassword(
      HttpServletRequest request, HttpServletResponse response, SignedIn person, String wish) {
    accounts.forget(person.login());
    boolean hasSecondFactor = accounts.standing(person.login()).hasSecondFactor();
    if (!hasSecondFactor && !required.isAskedOf(person.groups())) {
      return enters(request, response, person, wish, "password");
    }
    pending.begin(request, response, person, Destination.safe(wish), !hasSecondFactor);
    return hasSecondFactor ? CODE : ENROL;
  }

  /** Everything is proved: a session begins. */
  String enters(
      HttpServletRequest request,
      HttpServletResponse response,
      SignedIn person,
      String wish,
      String proof) {
    // On record first: nobody has a session that is not.
    log.note(AuditKind.SIGNED_IN, person.login(), "Signed in with " + proof);
    sessions.begin(request, response, person.login());
    String safe = Destination.safe(wish);
    return safe.isEmpty() || safe.equals("/") ? Destination.home(person.groups()) : safe;
  }
}
