package dev.baton.signin;

import dev.baton.engine.EngineSignIn.Known;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;

/**
 * Begins and ends sessions, and tells whose one is. A session ends with sign-out, here or
 * everywhere, with another password, with the account, after some idle time, and at the latest
 * after {@code baton.sign-in.longest}.
 */
@Component
class Sessions {

  private static final String MARK = "baton.signed-in";

  private final KnownPeople people;
  private final Accounts accounts;
  private final CsrfTokens csrf;
  private final Clock clock;
  private final ApplicationAvailability availability;
  private final Duration longest;

  Sessions(
      KnownPeople people,
      Accounts accounts,
      CsrfTokens csrf,
      Clock clock,
      ApplicationAvailability availability,
      @Value("${baton.sign-in.longest:12h}") Duration longest) {
    this.people = people;
    this.accounts = accounts;
    this.csrf = csrf;
    this.clock = clock;
    this.availability = availability;
    this.longest = longest;
  }

  /** A session of this person; whatever the browser had before is gone, its number too. */
  void begin(HttpServletRequest request, HttpServletResponse response, String login) {
    people.forget(login);
    accounts.forget(login);
    Known person = people.find(login).orElseThrow();
    HttpSession session = fresh(request, response);
    session.setAttribute(
        MARK,
        new SessionMark(
            person.login(),
            accounts.standing(person.login()).revision(),
            person.credentials(),
            isOpen() ? clock.instant() : null));
  }

  /** An empty session with a number of its own, and a new token against forgery. */
  HttpSession fresh(HttpServletRequest request, HttpServletResponse response) {
    invalidate(request);
    HttpSession session = request.getSession(true);
    csrf.renew(request, response);
    return session;
  }

  void end(HttpServletRequest request) {
    invalidate(request);
  }

  private static void invalidate(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** Whose session the request belongs to; a session that is no longer good is ended. */
  Optional<Known> person(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(MARK) instanceof SessionMark mark)) {
      return Optional.empty();
    }
    Optional<Known> person =
        people.find(mark.login()).filter(it -> isGood(mark, it) && !isOver(mark, session));
    if (person.isEmpty()) {
      session.invalidate();
    }
    return person;
  }

  private boolean isGood(SessionMark mark, Known person) {
    return mark.credentials().equals(person.credentials())
        && mark.revision() == accounts.standing(person.login()).revision();
  }

  /** While the demonstration is told, the clock is moved, and says nothing about sessions. */
  private boolean isOver(SessionMark mark, HttpSession session) {
    Instant since =
        mark.since() == null ? Instant.ofEpochMilli(session.getCreationTime()) : mark.since();
    return isOpen() && !clock.instant().isBefore(since.plus(longest));
  }

  private boolean isOpen() {
    return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
  }
}
