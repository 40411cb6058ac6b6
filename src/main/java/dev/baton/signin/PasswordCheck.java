package dev.baton.signin;

import dev.baton.audit.AuditKind;
import dev.baton.engine.EngineSignIn;
import dev.baton.engine.EngineSignIn.SignedIn;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Checks a name and a password, unless there were too many failed attempts recently. */
@Component
public class PasswordCheck {

  private static final int LONGEST = 1000;

  private final EngineSignIn engine;
  private final SignInThrottle tries;
  private final AccountActions accounts;
  private final SignInLog log;

  PasswordCheck(EngineSignIn engine, SignInThrottle tries, AccountActions accounts, SignInLog log) {
    this.engine = engine;
    this.tries = tries;
    this.accounts = accounts;
    this.log = log;
  }

  /**
   * The result: a person, nobody, or a pause. Unknown names get the same results.
   *
   * @param person empty unless name and password belong together
   * @param pause how long to wait before anything is checked again
   */
  public record Outcome(Optional<SignedIn> person, Optional<Duration> pause) {}

  public Outcome check(String given, String password, String address) {
    return check(given, password, address, person -> true);
  }

  /**
   * @param isEnough whether the correct password alone lets this person in here. If not, the
   *     attempt counts and is answered as if the password were wrong, so no one can guess passwords
   *     of people who have a second factor
   */
  public Outcome check(
      String given, String password, String address, Predicate<SignedIn> isEnough) {
    if (given.isBlank() || password.isEmpty() || password.length() > LONGEST) {
      return new Outcome(Optional.empty(), Optional.empty());
    }
    String login = SignInName.of(given);
    SignInThrottle.Counted counted = tries.password(login, address);
    if (counted.pause().isPresent()) {
      return new Outcome(Optional.empty(), counted.pause());
    }
    Optional<SignedIn> known = engine.check(login, password);
    Optional<SignedIn> person = known.filter(isEnough);
    if (person.isPresent()) {
      tries.wasRight(counted, login, address);
      accounts.storeAnew(login, password);
    } else {
      log.note(
          AuditKind.SIGN_IN_FAILED,
          login,
          known.isPresent()
              ? "The password was right, but a second factor is needed as well"
              : "Name or password was wrong");
      if (counted.startedPause()) {
        log.note(AuditKind.LOCKED_OUT, login, "Too many failed tries: must pause");
      }
    }
    return new Outcome(person, Optional.empty());
  }
}
