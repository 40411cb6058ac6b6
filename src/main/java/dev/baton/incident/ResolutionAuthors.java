package dev.baton.incident;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells who resolved an incident: somebody else may have approved it since. */
@Service
public class ResolutionAuthors {

  private final Incidents incidents;
  private final Journal journal;

  ResolutionAuthors(Incidents incidents, Journal journal) {
    this.incidents = incidents;
    this.journal = journal;
  }

  /** The sign-in name of a person, or the name of the flow; empty for an unresolved incident. */
  @Transactional(readOnly = true)
  public Optional<String> author(IncidentNumber number) {
    return journal.lastActor(incidents.get(number), JournalKind.RESOLVED);
  }
}
