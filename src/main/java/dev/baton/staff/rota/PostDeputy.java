package dev.baton.staff.rota;

import java.time.Instant;

/**
 * Who answers for a post when nobody of it and no personal deputy is on duty. One for a role in any
 * team also counts for that role in each team, one for a team also for each role of it.
 *
 * @param id 0 for one that is not named yet
 * @param deputy sign-in name of who stands in
 * @param until null for open end
 */
public record PostDeputy(long id, Post post, String deputy, Instant from, Instant until) {}
