package dev.baton.major;

import dev.baton.client.Tier;
import dev.baton.incident.IncidentNumber;
import java.util.List;

/**
 * Open incidents of one client and service, or category, within a window of time, that belong to no
 * major incident.
 *
 * @param numbers the most urgent first, and among equals the oldest
 * @param highestPriority null where none has a priority yet
 * @param running the major incident that was declared for the same cluster and is not over; or null
 */
public record IncidentCluster(
    ClusterKey key,
    Tier tier,
    List<IncidentNumber> numbers,
    String highestPriority,
    IncidentNumber running) {

  public IncidentCluster {
    numbers = List.copyOf(numbers);
  }

  public boolean isKnown() {
    return running != null;
  }

  public int size() {
    return numbers.size();
  }
}
