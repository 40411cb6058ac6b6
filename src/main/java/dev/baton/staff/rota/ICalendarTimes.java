package dev.baton.staff.rota;

import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.property.RecurrenceDates;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import dev.baton.calendar.ICalendarValidator;
import dev.baton.web.validation.InvalidInput;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;

/** The times of an event as they are written: on the wall clock of the zone of its start. */
final class ICalendarTimes {

  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

  private final VEvent event;
  private final TimezoneInfo zones;
  private final ZoneId otherwise;
  private final String where;
  private ZoneId zoneOfStart;

  /**
   * @param otherwise the zone of times that name none
   * @param where how a refusal begins
   */
  ICalendarTimes(VEvent event, TimezoneInfo zones, ZoneId otherwise, String where) {
    this.event = event;
    this.zones = zones;
    this.otherwise = otherwise;
    this.where = where;
  }

  LocalDateTime begin() {
    if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
      throw refused("it has no DTSTART");
    }
    return written(event.getDateStart().getValue());
  }

  /** On the wall clock: a night shift ends at six also when the clocks change. */
  Duration length() {
    if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
      Instant end = instant(event.getDateEnd());
      boolean sameZone =
          zone(event.getDateEnd()).equals(zone(event.getDateStart()))
              && isUtc(event.getDateEnd()) == isUtc(event.getDateStart());
      return Duration.between(
          begin(),
          sameZone ? written(event.getDateEnd().getValue()) : local(end, event.getDateStart()));
    }
    biweekly.util.Duration lasts =
        event.getDuration() == null ? null : event.getDuration().getValue();
    return lasts == null ? Duration.ZERO : Duration.ofMillis(lasts.toMillis());
  }

  /** Every start that is not excepted, those between the limits at least. */
  Set<LocalDateTime> starts(LocalDateTime begin, Instant earliest, Instant latest) {
    Set<LocalDateTime> starts = new TreeSet<>();
    if (event.getRecurrenceRule() == null || event.getRecurrenceRule().getValue() == null) {
      starts.add(begin);
    } else {
      addRecurrences(starts, begin, earliest, latest);
    }
    for (RecurrenceDates more : event.getRecurrenceDates()) {
      if (!more.getPeriods().isEmpty()) {
        throw refused("its RDATE has periods; accepted: dates with times");
      }
      more.getDates().forEach(date -> starts.add(local(instant(more, date), event.getDateStart())));
    }
    Set<Instant> excepted = new HashSet<>();
    for (ExceptionDates fewer : event.getExceptionDates()) {
      fewer.getValues().forEach(date -> excepted.add(instant(fewer, date)));
    }
    if (!excepted.isEmpty()) {
      starts.removeIf(start -> excepted.contains(instant(start)));
    }
    return starts;
  }

  /** Reckoned as if the wall clock were UTC, so that the zone of this program plays no part. */
  private void addRecurrences(
      Set<LocalDateTime> starts, LocalDateTime begin, Instant earliest, Instant latest) {
    Recurrence rule = event.getRecurrenceRule().getValue();
    Instant last = end(rule.getUntil(), latest);
    Recurrence endless = new Recurrence.Builder(rule).until((ICalDate) null).build();
    DateIterator dates = endless.getDateIterator(new ICalDate(utc(begin), true), UTC);
    LocalDateTime first = local(earliest, event.getDateStart());
    if (rule.getCount() == null && begin.isBefore(first)) {
      dates.advanceTo(utc(first));
    }
    while (dates.hasNext()) {
      if (starts.size() == ICalendarValidator.MOST) {
        throw refused("it has more than %,d recurrences".formatted(ICalendarValidator.MOST));
      }
      LocalDateTime start = LocalDateTime.ofInstant(dates.next().toInstant(), ZoneOffset.UTC);
      if (instant(start).isAfter(last)) {
        return;
      }
      starts.add(start);
    }
  }

  private Instant end(ICalDate until, Instant latest) {
    if (until == null) {
      return latest;
    }
    Instant end =
        until.hasTime()
            ? instant(event.getDateStart(), until)
            : instant(day(until).plusDays(1)).minusMillis(1);
    return end.isBefore(latest) ? end : latest;
  }

  Instant instant(DateOrDateTimeProperty property) {
    return instant(property, property.getValue());
  }

  private Instant instant(ICalProperty property, ICalDate date) {
    LocalDateTime written = written(date);
    return date.getRawComponents().isUtc()
        ? written.toInstant(ZoneOffset.UTC)
        : instant(written, zone(property));
  }

  /** The instant of a time on the wall clock of the start. */
  Instant instant(LocalDateTime local) {
    return local.atZone(zoneOfStart()).toInstant();
  }

  private ZoneId zoneOfStart() {
    if (zoneOfStart == null) {
      zoneOfStart =
          isUtc(event.getDateStart()) ? ZoneOffset.UTC : zone(event.getDateStart()).toZoneId();
    }
    return zoneOfStart;
  }

  private static Instant instant(LocalDateTime local, TimeZone zone) {
    return local.atZone(zone.toZoneId()).toInstant();
  }

  private LocalDateTime local(Instant at, DateOrDateTimeProperty property) {
    return LocalDateTime.ofInstant(
        at, isUtc(property) ? ZoneOffset.UTC : zone(property).toZoneId());
  }

  private static boolean isUtc(DateOrDateTimeProperty property) {
    return property.getValue().getRawComponents().isUtc();
  }

  private TimeZone zone(ICalProperty property) {
    if (zones.isFloating(property)) {
      return TimeZone.getTimeZone(otherwise);
    }
    TimezoneAssignment assigned = zones.getTimezone(property);
    return assigned == null
        ? TimeZone.getTimeZone(otherwise)
        : TimeZone.getTimeZone(known(assigned));
  }

  /** A zone under its name: the rules in a file are not taken for other years than its own. */
  private ZoneId known(TimezoneAssignment assigned) {
    String name =
        assigned.getGlobalId() != null
            ? assigned.getGlobalId()
            : assigned.getComponent().getTimezoneId().getValue();
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw refused(
          "the time zone '%s' is unknown; accepted: names such as Europe/Berlin, or UTC"
              .formatted(name));
    }
  }

  private LocalDateTime written(ICalDate date) {
    if (!date.hasTime()) {
      throw refused(
          "it is an all-day event; accepted: times, such as"
              + " DTSTART;TZID=Europe/Berlin:20261224T080000");
    }
    DateTimeComponents at = date.getRawComponents();
    return day(date).withHour(at.getHour()).withMinute(at.getMinute()).withSecond(at.getSecond());
  }

  private LocalDateTime day(ICalDate date) {
    DateTimeComponents at = date.getRawComponents();
    try {
      return LocalDateTime.of(at.getYear(), at.getMonth(), at.getDate(), 0, 0);
    } catch (DateTimeException e) {
      throw refused("the date does not exist: " + at);
    }
  }

  private static Date utc(LocalDateTime local) {
    return Date.from(local.toInstant(ZoneOffset.UTC));
  }

  private InvalidInput refused(String what) {
    return new InvalidInput("body", where + what);
  }
}
