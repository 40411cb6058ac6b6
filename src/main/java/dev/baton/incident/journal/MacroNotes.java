package dev.baton.incident.journal;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Incidents;
import dev.baton.incident.Journal;
import dev.baton.incident.JournalKind;
import dev.baton.web.text.LocalizableText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes into an incident's journal that somebody ran a macro on it; not for the client. */
@Service
@Transactional
public class MacroNotes {

  private final Incidents incidents;
  private final Journal journal;

  MacroNotes(Incidents incidents, Journal journal) {
    this.incidents = incidents;
    this.journal = journal;
  }

  /**
   * @param macro its name
   */
  public void ran(IncidentNumber number, String macro) {
    journal.write(
        incidents.get(number), JournalKind.MACRO, LocalizableText.of("entry.macro", macro));
  }
}
