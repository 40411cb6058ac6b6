package dev.baton.sla;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.Hours;
import dev.baton.calendar.Target;
import dev.baton.calendar.WorkingCalendar;
import dev.baton.incident.HoldReason;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Terms in the making, for tests: says what matters, the rest is usual. */
public final class Promised {

  /** Every day from nine to six, without a zone. */
  public static final CalendarDefinition NINE_TO_SIX = daily("nine-to-six", "UTC", "09:00-18:00");

  private Promised() {}

  public static CalendarDefinition daily(String name, String zone, String... hours) {
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    List<Hours> each = List.of(hours).stream().map(Hours::parse).toList();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, each);
    }
    return new CalendarDefinition(name, ZoneId.of(zone), week, null, Map.of(), Map.of());
  }

  public static Terms resolution(String target) {
    return resolution(target, NINE_TO_SIX);
  }

  public static Terms resolution(String target, CalendarDefinition calendar) {
    return terms(ObligationKind.RESOLUTION, target, calendar, Starts.OPENED, Stops.RESOLVED);
  }

  public static Terms response(String target) {
    return terms(
        ObligationKind.RESPONSE, target, NINE_TO_SIX, Starts.CONTACT, Stops.FIRST_RESPONSE);
  }

  public static Terms update(String target, Starts starts) {
    return terms(ObligationKind.UPDATE, target, NINE_TO_SIX, starts, Stops.MESSAGE);
  }

  public static Terms terms(
      ObligationKind kind, String target, CalendarDefinition calendar, Starts starts, Stops stops) {
    return new Terms(
        new Terms.Key(Math.abs(target.hashCode()), 0, Math.abs(calendar.hashCode())),
        "test, version 1",
        AgreementKind.SLA,
        kind,
        Target.parse(target),
        WorkingCalendar.of(calendar),
        starts,
        stops,
        Set.of(HoldReason.REQUESTER, HoldReason.SUPPLIER),
        List.of(50, 75, 90),
        List.of(Duration.ofMinutes(30)));
  }
}
