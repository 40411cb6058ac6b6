package dev.baton.incident;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes into an incident's journal that a deadline is at risk or was missed. */
@Service
@Transactional
public class DeadlineNotes {

  private final Incidents incidents;
  private final Journal journal;

  DeadlineNotes(Incidents incidents, Journal journal) {
    this.incidents = incidents;
    this.journal = journal;
  }

  public void write(IncidentNumber number, boolean pastDue, String text) {
    journal.write(
        incidents.get(number), pastDue ? JournalKind.BREACHED : JournalKind.AT_RISK, text);
  }
}
