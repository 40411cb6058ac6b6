package dev.baton.escalation;

import dev.baton.calendar.WorkingCalendar;
import dev.baton.sla.agreement.PublishedCalendars;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The hours of a rung: those of its calendar as it is published now, or around the clock. */
@Component
class RungHours {

  private final PublishedCalendars published;

  RungHours(PublishedCalendars published) {
    this.published = published;
  }

  /** Whether the rung names a calendar that nobody has published. */
  boolean isUnknown(Rung rung) {
    return rung.calendar() != null && published.newest(rung.calendar()).isEmpty();
  }

  boolean isOpen(Rung rung, Instant at) {
    return calendar(rung).isOpen(at);
  }

  Instant nextOpening(Rung rung, Instant after) {
    return calendar(rung).nextOpening(after);
  }

  /** When the working time is over that begins now. */
  Instant after(Rung rung, Instant from, Duration workingTime) {
    return calendar(rung).add(from, workingTime);
  }

  /** A calendar that is not there must not keep anybody from hearing: it counts as always open. */
  WorkingCalendar calendar(Rung rung) {
    if (rung.calendar() == null) {
      return WorkingCalendar.alwaysOpen();
    }
    return published.newest(rung.calendar()).orElseGet(WorkingCalendar::alwaysOpen);
  }
}
