package dev.baton.incident.history;

import dev.baton.incident.Channel;
import dev.baton.incident.Level;
import java.time.Instant;
import java.util.List;

/**
 * An incident as it was reported, and what happened to it in order of time. It names no requester
 * and holds no description.
 *
 * @param client code
 * @param requesterId tells requesters apart
 * @param impact when it was reported, as urgency; the first one known if the journal does not say
 * @param requestedTeam the team that the report asked for; null for none, or if nobody can tell
 * @param gaps what its journal does not tell
 */
public record IncidentHistory(
    String number,
    String client,
    long requesterId,
    boolean vip,
    Channel channel,
    String subject,
    String category,
    String service,
    Level impact,
    Level urgency,
    String requestedTeam,
    Instant openedAt,
    List<HistoryEvent> events,
    List<HistoryGap> gaps) {

  /** Something that the journal does not tell. */
  public enum HistoryGap {
    /** It was reassessed before the journal kept what it was before. */
    FORMER_LEVELS,
    /** People reassigned it, so that it cannot be told whether its report asked for a team. */
    REQUESTED_TEAM,
    /** An entry has words that no version of Baton has written. */
    UNREADABLE_ENTRY
  }
}
