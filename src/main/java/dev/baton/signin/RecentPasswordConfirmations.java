package dev.baton.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Whether the person of a session has just proved again who they are. Whatever would outlive the
 * session needs that: a token, a passkey, a second factor. A session that somebody else got hold of
 * is not enough.
 */
@Component
public class RecentPasswordConfirmations {

  private static final String KEY = "baton.confirmed";
  private static final Duration RECENT = Duration.ofMinutes(5);

  private final Clock clock;

  RecentPasswordConfirmations(Clock clock) {
    this.clock = clock;
  }

  /** The person of this session has proved who they are, just now. */
  public void confirm(HttpServletRequest request) {
    request.getSession(true).setAttribute(KEY, clock.instant());
  }

  public boolean isRecent(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
        && session.getAttribute(KEY) instanceof Instant at
        && isWithin(RECENT, at, clock.instant());
  }

  public static boolean isWithin(Duration time, Instant since, Instant now) {
    return !now.isBefore(since) && now.isBefore(since.plus(time));
  }
}
