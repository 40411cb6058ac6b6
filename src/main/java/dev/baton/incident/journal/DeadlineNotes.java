package dev.baton.incident.journal;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Incidents;
import dev.baton.incident.Journal;
import dev.baton.incident.JournalKind;
import dev.baton.web.text.LocalizableText;
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

  public void write(IncidentNumber number, boolean pastDue, LocalizableText text) {
    journal.write(
        incidents.get(number), pastDue ? JournalKind.BREACHED : JournalKind.AT_RISK, text);
  }
}
