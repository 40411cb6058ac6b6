package dev.baton.staff;

import java.util.Set;

/**
 * Somebody's shifts, absences, deputies, roles or teams changed. Published within the transaction
 * that stored it.
 *
 * @param logins whose; empty when it concerns deputies of a post
 */
public record RotaChanged(Set<String> logins) {

  public RotaChanged {
    logins = Set.copyOf(logins);
  }
}
