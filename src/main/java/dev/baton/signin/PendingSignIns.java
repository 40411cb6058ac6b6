package dev.baton.signin;

import dev.baton.engine.EngineSignIn.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sign-ins with a correct password that still need a second factor; they have no access yet. */
@Component
public class PendingSignIns {

  private static final String KEY = "baton.signing-in";
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Sessions sessions;
  private final UserCache people;
  private final Clock clock;

  PendingSignIns(Sessions sessions, UserCache people, Clock clock) {
    this.sessions = sessions;
    this.people = people;
    this.clock = clock;
  }

  /**
   * A pending sign-in.
   *
   * @param wish where the person wanted to go
   * @param credentials mark of the verified password
   * @param enrols whether the person must first set up a second factor
   */
  public record Half(String login, String wish, String credentials, boolean enrols, Instant since)
      implements Serializable {}

  void begin(
      HttpServletRequest request,
      HttpServletResponse response,
      SignedIn person,
      String wish,
      boolean enrols) {
    people.forget(person.login());
    String credentials = people.find(person.login()).orElseThrow().credentials();
    HttpSession session = sessions.fresh(request, response);
    session.setAttribute(KEY, new Half(person.login(), wish, credentials, enrols, clock.instant()));
  }

  /** Returns the pending sign-in of this request. */
  public Optional<Half> of(HttpServletRequest request, boolean enrols) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(KEY) instanceof Half half)) {
      return Optional.empty();
    }
    return Optional.of(half)
        .filter(it -> it.enrols() == enrols)
        .filter(it -> clock.instant().isBefore(it.since().plus(LONGEST)))
        .filter(
            it ->
                people
                    .find(it.login())
                    .filter(person -> person.credentials().equals(it.credentials()))
                    .isPresent());
  }
}
