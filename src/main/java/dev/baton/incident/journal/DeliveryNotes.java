package dev.baton.incident.journal;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Incidents;
import dev.baton.incident.Journal;
import dev.baton.incident.JournalKind;
import dev.baton.web.text.LocalizableText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes into an incident's journal that somebody was not told; not for the client. */
@Service
@Transactional
public class DeliveryNotes {

  private final Incidents incidents;
  private final Journal journal;

  DeliveryNotes(Incidents incidents, Journal journal) {
    this.incidents = incidents;
    this.journal = journal;
  }

  public void write(IncidentNumber number, LocalizableText text) {
    journal.write(incidents.get(number), JournalKind.NOT_TOLD, text);
  }
}
