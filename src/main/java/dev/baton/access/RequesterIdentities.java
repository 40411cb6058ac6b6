package dev.baton.access;

import java.util.Optional;

/** Tells which person of a client signs in with a name. */
public interface RequesterIdentities {

  Optional<RequesterIdentity> withLogin(String login);
}
