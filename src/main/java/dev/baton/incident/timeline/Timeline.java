package dev.baton.incident.timeline;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Incidents;
import dev.baton.incident.TimelineEntry;
import dev.baton.staff.StaffDirectory;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the timeline of an incident: its journal and contacts in order. */
@Service
public class Timeline {

  private static final String DESK = "desk";

  private final Incidents incidents;
  private final TimelinePages pages;
  private final StaffDirectory staff;

  Timeline(Incidents incidents, TimelinePages pages, StaffDirectory staff) {
    this.pages = pages;
    this.staff = staff;
    this.incidents = incidents;
  }

  /** Oldest first; for a client's people only what they may see. */
  @Transactional(readOnly = true)
  public Page<TimelineEntry> of(IncidentNumber number, boolean forClient, Pageable page) {
    return pages
        .of(incidents.get(number), forClient, page)
        .map(entry -> forClient ? withoutName(entry) : entry);
  }

  /** Clients do not see the names of desk staff. */
  private TimelineEntry withoutName(TimelineEntry entry) {
    return staff.agent(entry.actor()).isEmpty()
        ? entry
        : new TimelineEntry(
            entry.at(), entry.kind(), DESK, entry.origin(), entry.text(), entry.visibility());
  }
}
