package dev.baton.incident;

import dev.baton.web.text.LocalizableText;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Incidents that go on with another: duplicates with their original, new ones with a closed one.
 */
@Service
@Transactional
public class FollowUps {

  private final Incidents incidents;
  private final Journal journal;

  FollowUps(Incidents incidents, Journal journal) {
    this.incidents = incidents;
    this.journal = journal;
  }

  /** Notes on both that the new incident goes on with one that is over. */
  public void link(IncidentNumber follower, IncidentNumber over) {
    journal.write(
        incidents.get(follower), JournalKind.FOLLOWED, LocalizableText.of("entry.follows", over));
    journal.write(
        incidents.get(over), JournalKind.FOLLOWED, LocalizableText.of("entry.continued", follower));
  }

  /** The incident that work goes on in: the end of the chain of duplicates, if it has an end. */
  @Transactional(readOnly = true)
  public IncidentNumber original(IncidentNumber number) {
    Set<String> passed = new LinkedHashSet<>();
    Incident incident = incidents.get(number);
    while (incident.duplicateOf() != null && passed.add(incident.number().value())) {
      Incident next = incidents.find(incident.duplicateOf()).orElse(incident);
      if (passed.contains(next.number().value())) {
        return number; // a circle has no end: the one that was meant
      }
      incident = next;
    }
    return incident.number();
  }
}
