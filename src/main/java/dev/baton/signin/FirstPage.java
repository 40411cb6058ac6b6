package dev.baton.signin;

import java.util.Collection;
import java.util.Optional;

/**
 * A page that comes before the usual one after a sign-in, for as long as something is to be done.
 */
public interface FirstPage {

  /** Its path for people with these roles; empty if they go where they always go. */
  Optional<String> of(Collection<String> groups);
}
