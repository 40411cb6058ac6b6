package dev.baton.staff.rota;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.TimezoneInfo;
import biweekly.io.text.ICalReader;
import biweekly.property.Attendee;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.RawProperty;
import dev.baton.calendar.ICalendarValidator;
import dev.baton.calendar.InvalidCalendar;
import dev.baton.web.validation.InvalidInput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Shifts out of an iCalendar file: each event with times, with its recurrences between two
 * instants. Each keeps its times on the wall clock of its zone; an event without one is in the zone
 * given. Cancelled events are left out. Anything else is refused with the line.
 */
final class ICalendarShifts {

  static final String LOGIN = "X-BATON-LOGIN";
  static final String TEAM = "X-BATON-TEAM";

  private static final Duration LONGEST = Duration.ofDays(31);
  private static final int MOST = 20_000;

  /** Most files name zones that Java knows, and do without their rules. */
  private static final int ZONE_BY_ITS_NAME = 37;

  private final ZoneId zone;
  private final Instant earliest;
  private final Instant latest;
  private final List<Read> shifts = new ArrayList<>();
  private final Map<String, Set<Instant>> moved = new HashMap<>();

  /**
   * A shift as it was read.
   *
   * @param login whose it says it is, or null; {@code email} likewise, and {@code team}
   */
  record Read(int line, String login, String email, String team, Instant from, Instant to) {}

  private ICalendarShifts(ZoneId zone, Instant earliest, Instant latest) {
    this.zone = zone;
    this.earliest = earliest;
    this.latest = latest;
  }

  /** Throws {@link InvalidInput} for what cannot be read. */
  static List<Read> read(String text, ZoneId zone, Instant earliest, Instant latest) {
    try {
      ICalendarValidator.check(text);
      ICalendarShifts reading = new ICalendarShifts(zone, earliest, latest);
      reading.read(text);
      return reading.shifts;
    } catch (InvalidInput refused) {
      throw refused;
    } catch (InvalidCalendar refused) {
      throw new InvalidInput("body", refused.getMessage());
    } catch (IOException | RuntimeException e) {
      throw new InvalidInput("body", "The iCalendar file cannot be read: " + e.getMessage());
    }
  }

  private void read(String text) throws IOException {
    List<Integer> lines = linesOfEvents(text);
    List<ICalendar> calendars = new ArrayList<>();
    try (ICalReader reader = new ICalReader(text)) {
      for (ICalendar one = reader.readNext(); one != null; one = reader.readNext()) {
        refuse(reader.getWarnings());
        calendars.add(one);
      }
    }
    if (calendars.isEmpty()) {
      throw new InvalidInput(
          "body", "Line 1: no iCalendar file; accepted: BEGIN:VCALENDAR and events");
    }
    calendars.forEach(this::noteMoved);
    int event = 0;
    for (ICalendar calendar : calendars) {
      for (VEvent one : calendar.getEvents()) {
        int line = event < lines.size() ? lines.get(event) : 1;
        add(new ICalendarTimes(one, calendar.getTimezoneInfo(), zone, at(one, line)), one, line);
        event++;
      }
    }
  }

  private static void refuse(List<ParseWarning> warnings) {
    for (ParseWarning warning : warnings) {
      if (Objects.equals(warning.getCode(), ZONE_BY_ITS_NAME)) {
        continue;
      }
      throw new InvalidInput(
          "body",
          "%s%s%s"
              .formatted(
                  warning.getLineNumber() == null ? "" : "Line " + warning.getLineNumber() + ": ",
                  warning.getPropertyName() == null ? "" : warning.getPropertyName() + ": ",
                  warning.getMessage()));
    }
  }

  /** An event may replace one recurrence of another with the same UID. */
  private void noteMoved(ICalendar calendar) {
    TimezoneInfo zones = calendar.getTimezoneInfo();
    for (VEvent event : calendar.getEvents()) {
      DateOrDateTimeProperty original = event.getRecurrenceId();
      if (original != null && original.getValue() != null) {
        moved
            .computeIfAbsent(uid(event), absent -> new HashSet<>())
            .add(new ICalendarTimes(event, zones, zone, at(event, 1)).instant(original));
      }
    }
  }

  private void add(ICalendarTimes times, VEvent event, int line) {
    if (event.getStatus() != null && event.getStatus().isCancelled()) {
      return;
    }
    LocalDateTime begin = times.begin();
    Duration length = times.length();
    if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
      throw new InvalidInput(
          "body",
          at(event, line)
              + "it lasts %s; accepted: a DTEND or DURATION of up to %d days"
                  .formatted(length, LONGEST.toDays()));
    }
    Set<Instant> others =
        event.getRecurrenceId() == null ? moved.getOrDefault(uid(event), Set.of()) : Set.of();
    String login = text(event, LOGIN);
    String email = email(event);
    String team = text(event, TEAM);
    for (LocalDateTime start : times.starts(begin, earliest.minus(LONGEST), latest)) {
      Instant from = times.instant(start);
      Instant to = times.instant(start.plus(length));
      if (!others.contains(from)
          && to.isAfter(earliest)
          && from.isBefore(latest)
          && from.isBefore(to)) {
        keep(new Read(line, login, email, team, from, to));
      }
    }
  }

  private void keep(Read shift) {
    if (shifts.size() == MOST) {
      throw new InvalidInput("body", "has more than %,d shifts; send it in parts".formatted(MOST));
    }
    shifts.add(shift);
  }

  private static String at(VEvent event, int line) {
    return "Line %d (UID %s): ".formatted(line, uid(event));
  }

  private static String uid(VEvent event) {
    return event.getUid() == null ? "none" : event.getUid().getValue();
  }

  private static String text(VEvent event, String property) {
    RawProperty found = event.getExperimentalProperty(property);
    return found == null || found.getValue().isBlank() ? null : found.getValue().strip();
  }

  private static String email(VEvent event) {
    List<Attendee> invited = event.getAttendees();
    return invited.size() == 1 ? invited.get(0).getEmail() : null;
  }

  private static List<Integer> linesOfEvents(String text) {
    List<Integer> lines = new ArrayList<>();
    String[] all = text.split("\r\n|\r|\n", -1);
    for (int i = 0; i < all.length; i++) {
      if (all[i].trim().equalsIgnoreCase("BEGIN:VEVENT")) {
        lines.add(i + 1);
      }
    }
    return lines;
  }
}
