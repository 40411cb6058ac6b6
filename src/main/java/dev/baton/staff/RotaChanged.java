package dev.baton.staff;

import java.util.Set;

/**
 * Shifts, absences, deputies, roles or teams changed. Published in the transaction that stored the
 * change.
 *
 * @param logins the people affected; empty if it concerns deputies of a post
 */
public record RotaChanged(Set<String> logins) {

  public RotaChanged {
    logins = Set.copyOf(logins);
  }
}
