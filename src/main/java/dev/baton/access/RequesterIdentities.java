package dev.baton.access;

import java.util.Optional;

/** Finds a client's person by sign-in name. */
public interface RequesterIdentities {

  Optional<RequesterIdentity> withLogin(String login);
}
