package dev.baton.signin;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Nothing is checked for a while. */
class TooManyTries extends AuthenticationException {
  private static final long serialVersionUID = 1L;

  private final transient Duration pause;

  TooManyTries(Duration pause) {
    super("Too many failed tries; wait a while and try again");
    this.pause = pause;
  }

  Duration pause() {
    return pause;
  }
}
