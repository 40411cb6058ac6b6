package dev.baton.incident.journal;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Incidents;
import dev.baton.incident.Journal;
import dev.baton.incident.JournalKind;
import dev.baton.web.text.LocalizableText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes into an incident's journal what becomes of it as a major incident; not for the client. */
@Service
@Transactional
public class MajorIncidentNotes {

  private final Incidents incidents;
  private final Journal journal;

  MajorIncidentNotes(Incidents incidents, Journal journal) {
    this.incidents = incidents;
    this.journal = journal;
  }

  /**
   * @param note what a person wrote, or null
   */
  public void write(IncidentNumber number, LocalizableText text, String note) {
    journal.write(incidents.get(number), JournalKind.MAJOR, text, note);
  }
}
