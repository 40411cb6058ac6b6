package dev.baton.sla.agreement;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.WorkingCalendar;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The published calendars, ready for calculations. A version never changes, so each node parses it
 * once; which version is the newest is looked up in the database.
 */
@Service
public class PublishedCalendars {

  private final DefinitionVersionRepository versions;
  private final Map<Long, WorkingCalendar> parsed = new ConcurrentHashMap<>();

  PublishedCalendars(DefinitionVersionRepository versions) {
    this.versions = versions;
  }

  /** The newest version of the calendar; empty if nobody has published one under this name. */
  @Transactional(readOnly = true)
  public Optional<WorkingCalendar> newest(String name) {
    return versions.newestCalendarId(name).map(this::version);
  }

  /**
   * @throws IllegalStateException when there is no such version
   */
  WorkingCalendar version(long id) {
    return parsed.computeIfAbsent(id, this::parse);
  }

  private WorkingCalendar parse(long id) {
    CalendarVersion version =
        versions
            .calendar(id)
            .orElseThrow(
                () -> new IllegalStateException("Calendar version " + id + " does not exist."));
    return WorkingCalendar.of(DefinitionJson.read(version.definition(), CalendarDefinition.class));
  }
}
