package dev.baton.signin;

import dev.baton.audit.AuditKind;
import dev.baton.engine.EngineSignIn.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Leads whoever has proved something on to what is still to be proved, or in. */
@Component
public class SignInFlow {

  public static final String CODE = "/sign-in/code";
  public static final String ENROL = "/sign-in/enrol";

  private final Sessions sessions;
  private final AccountRevisions accounts;
  private final RequiredSecondFactor required;
  private final PendingSignIns pending;
  private final SignInLog log;

  SignInFlow(
      Sessions sessions,
      AccountRevisions accounts,
      RequiredSecondFactor required,
      PendingSignIns pending,
      SignInLog log) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.required = required;
    this.pending = pending;
    this.log = log;
  }

  /** Somebody knew a name and its password; the path to go on with. */
  public String knowsPassword(
      HttpServletRequest request, HttpServletResponse response, SignedIn person, String wish) {
    accounts.forget(person.login());
    boolean hasSecondFactor = accounts.standing(person.login()).hasSecondFactor();
    if (!hasSecondFactor && !required.isAskedOf(person.groups())) {
      return enters(request, response, person, wish, "password");
    }
    pending.begin(request, response, person, RedirectTarget.safe(wish), !hasSecondFactor);
    return hasSecondFactor ? CODE : ENROL;
  }

  /** Everything is proved: a session begins. */
  public String enters(
      HttpServletRequest request,
      HttpServletResponse response,
      SignedIn person,
      String wish,
      String proof) {
    // On record first: nobody has a session that is not.
    log.note(AuditKind.SIGNED_IN, person.login(), "Signed in with " + proof);
    sessions.begin(request, response, person.login());
    String safe = RedirectTarget.safe(wish);
    return safe.isEmpty() || safe.equals("/") ? RedirectTarget.home(person.groups()) : safe;
  }
}
