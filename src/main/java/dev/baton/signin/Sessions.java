package dev.baton.signin;

import dev.baton.engine.EngineSignIn.Known;
import dev.baton.signin.OpenSessions.Open;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Begins and ends sessions, and tells whose one is. A session ends with sign-out, here or
 * everywhere or by its owner from elsewhere, with another password, with the account, after some
 * idle time, and at the latest after {@code baton.sign-in.longest}.
 */
@Component
class Sessions {

  private static final String MARK = "baton.signed-in";

  private final KnownPeople people;
  private final Accounts accounts;
  private final OpenSessions open;
  private final CsrfTokens csrf;
  private final Clock clock;
  private final ApplicationAvailability availability;
  private final Duration longest;
  private final Duration idle;

  Sessions(
      KnownPeople people,
      Accounts accounts,
      OpenSessions open,
      CsrfTokens csrf,
      Clock clock,
      ApplicationAvailability availability,
      @Value("${baton.sign-in.longest:12h}") Duration longest,
      @Value("${server.servlet.session.timeout}") Duration idle) {
    this.people = people;
    this.accounts = accounts;
    this.open = open;
    this.csrf = csrf;
    this.clock = clock;
    this.availability = availability;
    this.longest = longest;
    this.idle = idle;
  }

  /** A session of this person; whatever the browser had before is gone, its number too. */
  void begin(HttpServletRequest request, HttpServletResponse response, String login) {
    people.forget(login);
    accounts.forget(login);
    Known person = people.find(login).orElseThrow();
    HttpSession session = fresh(request, response);
    long revision = accounts.standing(person.login()).revision();
    Instant now = clock.instant();
    String id =
        open.add(
            person.login(),
            revision,
            person.credentials(),
            now,
            request.getRemoteAddr(),
            BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT)));
    session.setAttribute(
        MARK,
        new SessionMark(id, person.login(), revision, person.credentials(), isOpen() ? now : null));
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

  private void invalidate(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      mark(session).ifPresent(mark -> open.end(mark.login(), mark.id()));
      session.invalidate();
    }
  }

  /** Whose session the request belongs to; a session that is no longer good is ended. */
  Optional<Known> person(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    SessionMark mark = session == null ? null : mark(session).orElse(null);
    if (mark == null) {
      return Optional.empty();
    }
    Optional<Known> person =
        people.find(mark.login()).filter(it -> isGood(mark, it) && !isOver(mark, session));
    if (person.isEmpty()) {
      session.invalidate();
    } else {
      open.seen(mark.id(), clock.instant());
    }
    return person;
  }

  private static Optional<SessionMark> mark(HttpSession session) {
    return Optional.ofNullable(session.getAttribute(MARK)).map(SessionMark.class::cast);
  }

  /** Where somebody is signed in now, this session too. */
  List<Open> open(Known person) {
    return open.of(
        person.login(),
        accounts.standing(person.login()).revision(),
        person.credentials(),
        clock.instant().minus(idle));
  }

  /** The id of the session that the request belongs to; empty without one. */
  Optional<String> id(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .flatMap(Sessions::mark)
        .map(SessionMark::id);
  }

  private boolean isGood(SessionMark mark, Known person) {
    return mark.credentials().equals(person.credentials())
        && mark.revision() == accounts.standing(person.login()).revision()
        && open.isOpen(mark.id());
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
