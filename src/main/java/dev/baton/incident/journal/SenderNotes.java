package dev.baton.incident.journal;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Incidents;
import dev.baton.incident.Journal;
import dev.baton.incident.JournalKind;
import dev.baton.web.text.LocalizableText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes into an incident's journal that somebody is not known for sure; not for the client. */
@Service
@Transactional
public class SenderNotes {

  private final Incidents incidents;
  private final Journal journal;

  SenderNotes(Incidents incidents, Journal journal) {
    this.incidents = incidents;
    this.journal = journal;
  }

  public void write(IncidentNumber number, LocalizableText text) {
    journal.write(incidents.get(number), JournalKind.UNVERIFIED, text);
  }
}
