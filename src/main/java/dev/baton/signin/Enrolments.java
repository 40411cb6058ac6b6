package dev.baton.signin;

import dev.baton.access.SecretEncryption;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Secrets of second factors that are being set up. Each secret is generated for one session,
 * expires after some minutes, and is shown to no one else. It is stored in the database together
 * with the code that confirms it.
 */
@Component
public class Enrolments {

  private static final String KEY = "baton.enrolment";
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final SecretEncryption keeper;
  private final Clock clock;

  Enrolments(SecretEncryption keeper, Clock clock) {
    this.keeper = keeper;
    this.clock = clock;
  }

  /** What an authenticator app needs; the picture contains the same as the text. */
  record Setup(String secret, QrPicture picture) {}

  private record Drawn(String login, byte[] secret, Instant since) implements Serializable {}

  /** Returns the secret of this session, or creates one. */
  public Setup setup(HttpServletRequest request, String login) {
    byte[] secret = secret(request, login).orElseGet(() -> draw(request, login));
    return new Setup(
        String.join(" ", Totp.base32(secret).split("(?<=\\G.{4})")),
        QrPicture.of(Totp.address(login, secret)));
  }

  private byte[] draw(HttpServletRequest request, String login) {
    byte[] secret = keeper.random(Totp.SECRET_BYTES);
    request.getSession(true).setAttribute(KEY, new Drawn(login, secret, clock.instant()));
    return secret;
  }

  /** Returns the secret shown to this session; empty if it has expired. */
  public Optional<byte[]> secret(HttpServletRequest request, String login) {
    HttpSession session = request.getSession(false);
    return session != null
            && session.getAttribute(KEY) instanceof Drawn drawn
            && drawn.login().equals(login)
            && RecentPasswordConfirmations.isWithin(LONGEST, drawn.since(), clock.instant())
        ? Optional.of(drawn.secret())
        : Optional.empty();
  }
}
