package dev.baton.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Whether the person of a session has recently confirmed their identity. Anything that outlives the
 * session requires this: a token, a passkey, a second factor. A stolen session is not enough.
 */
@Component
public class RecentPasswordConfirmations {

  private static final String KEY = "baton.confirmed";
  private static final Duration RECENT = Duration.ofMinutes(5);

  private final Clock clock;

  RecentPasswordConfirmations(Clock clock) {
    this.clock = clock;
  }

  /** Records that the person of this session has just confirmed their identity. */
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
