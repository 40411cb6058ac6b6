package dev.baton.incident;

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

  public void write(IncidentNumber number, String text) {
    journal.write(incidents.get(number), JournalKind.UNVERIFIED, Text.shortened(text, 1_000));
  }
}
