package dev.baton.signin;

import dev.baton.access.SecretEncryption;
import dev.baton.engine.EngineSignIn.Known;
import dev.baton.engine.WebAppForgeryToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpHeaders;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Begins and ends sessions, and identifies their owners. A session ends on sign-out, when its owner
 * ends it from elsewhere, when the password changes, when the account is deactivated, after some
 * idle time, and at the latest after {@code baton.sign-in.longest}.
 */
@Component
public class Sessions {

  private static final int ID_BYTES = 16;
  private static final int MOST_LISTED = 100;

  private final UserCache people;
  private final AccountRevisions accounts;
  private final StoredSessions stored;
  private final SecretEncryption keeper;
  private final CsrfTokens csrf;
  private final Clock clock;
  private final ApplicationAvailability availability;
  private final Duration longest;

  Sessions(
      UserCache people,
      AccountRevisions accounts,
      StoredSessions stored,
      SecretEncryption keeper,
      CsrfTokens csrf,
      Clock clock,
      ApplicationAvailability availability,
      @Value("${baton.sign-in.longest:12h}") Duration longest) {
    this.people = people;
    this.accounts = accounts;
    this.stored = stored;
    this.keeper = keeper;
    this.csrf = csrf;
    this.clock = clock;
    this.availability = availability;
    this.longest = longest;
  }

  /**
   * A session as its owner sees it.
   *
   * @param browser such as "Firefox on Windows"; empty where it does not say
   * @param seenAt its last request, to the minute
   */
  public record OpenSession(
      String id, Instant beganAt, Instant seenAt, String address, String browser) {}

  /**
   * Begins a session of this person; replaces any previous session of the browser, including its
   * id.
   */
  public void begin(HttpServletRequest request, HttpServletResponse response, String login) {
    people.forget(login);
    accounts.forget(login);
    Known person = people.find(login).orElseThrow();
    HttpSession session = fresh(request, response);
    long revision = accounts.standing(person.login()).revision();
    session.setAttribute(
        SessionMark.ATTRIBUTE,
        new SessionMark(
            Base64.getUrlEncoder().withoutPadding().encodeToString(keeper.random(ID_BYTES)),
            person.login(),
            revision,
            person.credentials(),
            isOpen() ? clock.instant() : null,
            request.getRemoteAddr(),
            BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT))));
    WebAppForgeryToken.give(request, response, keeper.random(ID_BYTES));
  }

  /** Begins an empty session with a new id and a new CSRF token. */
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
      session.invalidate();
    }
  }

  /** Returns the owner of the request's session; ends a session that is no longer valid. */
  public Optional<Known> person(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    SessionMark mark = session == null ? null : mark(session).orElse(null);
    if (mark == null) {
      return Optional.empty();
    }
    Optional<Known> person =
        people
            .find(mark.login())
            .filter(it -> isGood(mark, it))
            .filter(it -> !isOver(mark, Instant.ofEpochMilli(session.getCreationTime())));
    if (person.isEmpty()) {
      session.invalidate();
    }
    return person;
  }

  private static Optional<SessionMark> mark(HttpSession session) {
    return Optional.ofNullable((SessionMark) session.getAttribute(SessionMark.ATTRIBUTE));
  }

  private static Optional<SessionMark> mark(Session session) {
    return Optional.ofNullable(session.<SessionMark>getAttribute(SessionMark.ATTRIBUTE));
  }

  /** Returns where the person is signed in, including this session; most recently used first. */
  public List<OpenSession> open(Known person) {
    return stored.findByPrincipalName(person.login()).values().stream()
        .filter(session -> !session.isExpired())
        .sorted(Comparator.comparing(Session::getLastAccessedTime).reversed())
        .flatMap(session -> open(session, person).stream())
        .limit(MOST_LISTED)
        .toList();
  }

  private Optional<OpenSession> open(Session session, Known person) {
    return mark(session)
        .filter(mark -> isGood(mark, person) && !isOver(mark, session.getCreationTime()))
        .map(
            mark ->
                new OpenSession(
                    mark.id(),
                    mark.since() == null ? session.getCreationTime() : mark.since(),
                    session.getLastAccessedTime(),
                    mark.address(),
                    mark.browser()));
  }

  /** Ends one of the person's sessions on any node; returns whether there was one with this id. */
  boolean end(String login, String id) {
    Optional<StoredSession> ended =
        stored.findByPrincipalName(login).values().stream()
            .filter(session -> mark(session).filter(mark -> mark.id().equals(id)).isPresent())
            .findFirst();
    ended.ifPresent(session -> stored.deleteById(session.getId()));
    return ended.isPresent();
  }

  /** Returns the id of the request's session; empty if there is none. */
  public Optional<String> id(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .flatMap(Sessions::mark)
        .map(SessionMark::id);
  }

  private boolean isGood(SessionMark mark, Known person) {
    return mark.credentials().equals(person.credentials())
        && mark.revision() == accounts.standing(person.login()).revision();
  }

  /** While the demo data is created, the clock is moved and cannot be used for sessions. */
  private boolean isOver(SessionMark mark, Instant createdAt) {
    Instant since = mark.since() == null ? createdAt : mark.since();
    return isOpen() && !clock.instant().isBefore(since.plus(longest));
  }

  private boolean isOpen() {
    return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
  }
}
