package dev.baton.major;

import java.time.Instant;

/**
 * Somebody with a role in a major incident.
 *
 * @param login sign-in name
 * @param namedBy the name of whoever gave them the role
 */
public record MajorParticipant(MajorRole role, String login, Instant since, String namedBy) {}
