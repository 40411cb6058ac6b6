package dev.baton.major;

import java.time.Instant;

/**
 * A major incident as others see it; instants are UTC.
 *
 * @param number of the incident
 * @param lead sign-in name of the appointed person; null while nobody is
 * @param leadBecause how that person was found, or why nobody was
 * @param updateEveryMinutes null until the plan is known
 * @param nextUpdateDue null when no update is owed
 * @param endReason why it was stood down; null otherwise
 */
public record MajorIncidentView(
    String number,
    MajorState state,
    MajorDeclaration declaration,
    Instant declaredAt,
    String declaredBy,
    String reason,
    String lead,
    Instant leadSince,
    String leadBecause,
    Integer updateEveryMinutes,
    String audience,
    Instant lastUpdateAt,
    Instant nextUpdateDue,
    int missedUpdates,
    Instant resolvedAt,
    Instant reviewDue,
    Instant endedAt,
    String endReason) {}
