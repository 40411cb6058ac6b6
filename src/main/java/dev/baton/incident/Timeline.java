package dev.baton.incident;

import dev.baton.staff.StaffDirectory;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the story of an incident: its journal and its contacts in order. */
@Service
public class Timeline {

  private static final String DESK = "desk";

  private final Incidents incidents;
  private final Journal journal;
  private final ContactLog contacts;
  private final TimelinePages pages;
  private final StaffDirectory staff;

  Timeline(
      Incidents incidents,
      Journal journal,
      ContactLog contacts,
      TimelinePages pages,
      StaffDirectory staff) {
    this.pages = pages;
    this.staff = staff;
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
        .map(entry -> forClient ? withoutName(entry) : entry)
        .toList();
  }

  /** The same, page by page. */
  @Transactional(readOnly = true)
  public Page<TimelineEntry> of(IncidentNumber number, boolean forClient, Pageable page) {
    return pages
        .of(incidents.get(number), forClient, page)
        .map(entry -> forClient ? withoutName(entry) : entry);
  }

  /** Who it was at the desk is none of a client's business. */
  private TimelineEntry withoutName(TimelineEntry entry) {
    return staff.agent(entry.actor()).isEmpty()
        ? entry
        : new TimelineEntry(
            entry.at(), entry.kind(), DESK, entry.origin(), entry.text(), entry.visibility());
  }
}
