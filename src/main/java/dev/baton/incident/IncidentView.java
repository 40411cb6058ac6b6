package dev.baton.incident;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An incident as others see it; hold is null unless it is on hold, instants are UTC.
 *
 * @param unreadSince when the client wrote what the assignee has not read yet; null for nothing
 */
public record IncidentView(
    String number,
    long clientId,
    String client,
    Requester requester,
    Channel channel,
    String subject,
    String description,
    Status status,
    Priority priority,
    Level impact,
    Level urgency,
    String category,
    String service,
    String team,
    String assignee,
    Set<String> helpers,
    HoldView hold,
    int reassignments,
    int reopenings,
    String externalReference,
    Resolution resolution,
    String duplicateOf,
    String cancelReason,
    Instant openedAt,
    Instant resolvedAt,
    Instant closedAt,
    List<IncidentDetail> details,
    Instant unreadSince) {

  /** The person who reported or is affected. */
  public record Requester(String name, String email, String phone, boolean vip) {}

  /** Why work waits, since when, and until when it was promised to wait. */
  public record HoldView(HoldReason reason, Instant since, Instant until, String owner) {}

  /** How it was resolved, and what was done. */
  public record Resolution(ResolutionCode code, String note) {}
}
