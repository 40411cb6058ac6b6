package dev.baton.signin;

import dev.baton.audit.AuditKind;
import dev.baton.engine.EngineSignIn.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Leads a person to the next step of the sign-in, or to their page. */
@Component
public class SignInFlow {

  public static final String CODE = "/sign-in/code";
  public static final String ENROL = "/sign-in/enrol";

  private final Sessions sessions;
  private final AccountRevisions accounts;
  private final RequiredSecondFactor required;
  private final PendingSignIns pending;
  private final SignInLog log;
  private final HomePage home;

  SignInFlow(
      Sessions sessions,
      AccountRevisions accounts,
      RequiredSecondFactor required,
      PendingSignIns pending,
      SignInLog log,
      HomePage home) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.required = required;
    this.pending = pending;
    this.log = log;
    this.home = home;
  }

  /** The name and password were correct; returns the path to continue with. */
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

  /** All steps are complete: begins a session. */
  public String enters(
      HttpServletRequest request,
      HttpServletResponse response,
      SignedIn person,
      String wish,
      String proof) {
    // The audit entry comes first, so that no session goes unrecorded.
    log.note(AuditKind.SIGNED_IN, person.login(), "Signed in with " + proof);
    sessions.begin(request, response, person.login());
    String safe = RedirectTarget.safe(wish);
    return safe.isEmpty() || safe.equals("/") ? home.of(person.groups()) : safe;
  }
}
