package dev.baton.staff.rota;

import dev.baton.staff.Role;
import java.time.Instant;

/**
 * The deputy of a person who is away or off duty.
 *
 * @param id 0 for a new one
 * @param login sign-in name of the absent person
 * @param deputy sign-in name of the deputy
 * @param role only where the person is wanted in this role; null: in any
 * @param until null for open end
 */
public record Deputy(
    long id, String login, String deputy, Role role, Instant from, Instant until) {}
