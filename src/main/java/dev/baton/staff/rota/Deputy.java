package dev.baton.staff.rota;

import dev.baton.staff.Role;
import java.time.Instant;

/**
 * Who stands in for a person who is away or off duty.
 *
 * @param id 0 for one that is not named yet
 * @param login who is stood in for
 * @param deputy sign-in name of who stands in
 * @param role only where the person is wanted in this role; null: in any
 * @param until null for open end
 */
public record Deputy(
    long id, String login, String deputy, Role role, Instant from, Instant until) {}
