package dev.baton.incident;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the story of an incident: its journal and its contacts in order. */
@Service
public class Timeline {

  private final Incidents incidents;
  private final Journal journal;
  private final ContactLog contacts;

  Timeline(Incidents incidents, Journal journal, ContactLog contacts) {
    this.incidents = incidents;
    this.journal = journal;
    this.contacts = contacts;
  }

  /** Oldest first; for a client's people only what they may see. */
  @Transactional(readOnly = true)
  public List<TimelineEntry> of(IncidentNumber number, boolean forClient) {
    Incident incident = incidents.get(number);
    Stream<TimelineEntry> told = journal.of(incident).stream().map(entry -> entry.entry(forClient));
    Stream<TimelineEntry> said = contacts.contactsOf(incident).stream().map(Contact::entry);
    return Stream.concat(said, told)
        .filter(entry -> !forClient || entry.visibility() == Visibility.CLIENT)
        .sorted(Comparator.comparing(TimelineEntry::at))
        .toList();
  }
}
