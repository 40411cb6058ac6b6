package dev.baton.desk.web.incident;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.edit.MergeIncidents;
import dev.baton.incident.edit.MergedValue;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.notification.Watchers;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Merges two incidents; whoever of their requesters is not the remaining one's follows it. */
@Component
@Transactional
public class IncidentMerge {

  private final MergeIncidents incidents;
  private final IncidentSearch search;
  private final Watchers watchers;

  IncidentMerge(MergeIncidents incidents, IncidentSearch search, Watchers watchers) {
    this.incidents = incidents;
    this.search = search;
    this.watchers = watchers;
  }

  /** See {@link MergeIncidents#merge}. */
  public IncidentView merge(IncidentNumber number, IncidentNumber into, Set<MergedValue> taken) {
    IncidentView.Requester one = search.get(number).requester();
    IncidentView.Requester other = search.find(into).map(IncidentView::requester).orElse(one);
    IncidentView remaining = incidents.merge(number, into, taken);
    watchers.followAlso(number, into);
    follow(into, one, remaining);
    follow(into, other, remaining);
    return remaining;
  }

  private void follow(
      IncidentNumber number, IncidentView.Requester person, IncidentView remaining) {
    if (person.email() != null && !person.email().equals(remaining.requester().email())) {
      watchers.follow(number, person.email(), person.name());
    }
  }
}
