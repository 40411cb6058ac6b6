package dev.baton.incident.journal;

import dev.baton.engine.ActingPerson;
import dev.baton.engine.Actor;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Incidents;
import dev.baton.incident.Journal;
import dev.baton.incident.JournalKind;
import dev.baton.web.text.LocalizableText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes an incident for the migration of its flows, and writes into its journal what was done. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class MigrationNotes {

  private final Incidents incidents;
  private final Journal journal;
  private final ActingPerson actingPerson;

  MigrationNotes(Incidents incidents, Journal journal, ActingPerson actingPerson) {
    this.incidents = incidents;
    this.journal = journal;
    this.actingPerson = actingPerson;
  }

  /** Others who want to change the incident wait from here on until the transaction ends. */
  public void takeTurn(IncidentNumber number) {
    incidents.inTurn(number);
  }

  /** In the name of the process owner who began the migration. */
  public void migrated(IncidentNumber number, String owner, LocalizableText text, String note) {
    actingPerson.as(
        new Actor(owner, "Migration"),
        () -> {
          journal.write(incidents.get(number), JournalKind.FLOW_MIGRATED, text, note);
          incidents.flush();
        });
  }
}
