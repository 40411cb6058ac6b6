package dev.baton.signin;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many attempts: nothing is checked for a while. */
class TooManyAttemptsException extends AuthenticationException {
  private static final long serialVersionUID = 1L;

  private final transient Duration pause;

  TooManyAttemptsException(Duration pause) {
    super("Too many failed tries; wait a while and try again");
    this.pause = pause;
  }

  Duration pause() {
    return pause;
  }
}
