package dev.baton.signin;

import dev.baton.audit.AuditKind;
import dev.baton.engine.EngineSignIn;
import dev.baton.engine.EngineSignIn.SignedIn;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks a name and a password, unless there were too many failed tries lately. */
@Component
class PasswordCheck {

  private static final int LONGEST = 1000;

  private final EngineSignIn engine;
  private final Tries tries;
  private final SignInLog log;

  PasswordCheck(EngineSignIn engine, Tries tries, SignInLog log) {
    this.engine = engine;
    this.tries = tries;
    this.log = log;
  }

  /**
   * What came of it: somebody, nobody, or a pause. It is the same for a name that does not exist.
   *
   * @param person empty unless name and password belong together
   * @param pause how long to wait before anything is checked again
   */
  record Outcome(Optional<SignedIn> person, Optional<Duration> pause) {}

  Outcome check(String login, String password, String address) {
    if (login.isBlank() || login.length() > LONGEST || password.length() > LONGEST) {
      return new Outcome(Optional.empty(), Optional.empty());
    }
    Tries.Counted counted = tries.password(login, address);
    if (counted.pause().isPresent()) {
      return new Outcome(Optional.empty(), counted.pause());
    }
    Optional<SignedIn> person = engine.check(login.strip(), password);
    if (person.isPresent()) {
      tries.wasRight(counted, login, address);
    } else {
      log.note(AuditKind.SIGN_IN_FAILED, login, "Name or password was wrong");
      if (counted.startedPause()) {
        log.note(AuditKind.LOCKED_OUT, login, "Too many failed tries: must pause");
      }
    }
    return new Outcome(person, Optional.empty());
  }
}
