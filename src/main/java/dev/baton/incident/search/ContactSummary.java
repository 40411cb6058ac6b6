package dev.baton.incident.search;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.Dismissal;
import dev.baton.incident.Visibility;
import java.time.Instant;

/**
 * What a list shows of a contact.
 *
 * @param who whom it came from or went to; null if nobody noted it
 * @param text how it begins
 * @param clientId null if the client is unknown
 * @param incident its number; null if it belongs to none
 * @param isUnverified whether it is a mail whose sender nobody vouches for
 * @param isWaiting whether it waits to be sorted
 * @param dismissal why it was left without an incident; null if it was not, or nobody said so
 */
public record ContactSummary(
    long id,
    Instant at,
    Channel channel,
    Direction direction,
    ContactKind kind,
    String who,
    String subject,
    String text,
    Visibility visibility,
    String loggedBy,
    Long clientId,
    String incident,
    String incidentSubject,
    boolean isUnverified,
    boolean isWaiting,
    Dismissal dismissal) {}
