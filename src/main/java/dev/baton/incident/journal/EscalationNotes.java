package dev.baton.incident.journal;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Incidents;
import dev.baton.incident.Journal;
import dev.baton.incident.JournalKind;
import dev.baton.web.text.LocalizableText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes into an incident's journal what happens on the ladder. */
@Service
@Transactional
public class EscalationNotes {

  private final Incidents incidents;
  private final Journal journal;

  EscalationNotes(Incidents incidents, Journal journal) {
    this.incidents = incidents;
    this.journal = journal;
  }

  public void escalated(IncidentNumber number, LocalizableText text, String note) {
    journal.write(incidents.get(number), JournalKind.ESCALATED, text, note);
  }

  /** Somebody on the ladder answered, or decided. */
  public void answered(IncidentNumber number, LocalizableText text, String note) {
    journal.write(incidents.get(number), JournalKind.ESCALATION_ANSWERED, text, note);
  }
}
