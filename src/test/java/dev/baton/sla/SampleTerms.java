package dev.baton.sla;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.OpeningHours;
import dev.baton.calendar.Target;
import dev.baton.calendar.WorkingCalendar;
import dev.baton.incident.HoldReason;
import dev.baton.sla.agreement.AgreementKind;
import dev.baton.sla.agreement.AgreementLabel;
import dev.baton.sla.agreement.ClockStart;
import dev.baton.sla.agreement.ClockStop;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Terms;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Terms in the making, for tests: says what matters, the rest is usual. */
public final class SampleTerms {

  /** Every day from nine to six, without a zone. */
  public static final CalendarDefinition NINE_TO_SIX = daily("nine-to-six", "UTC", "09:00-18:00");

  private SampleTerms() {}

  public static CalendarDefinition daily(String name, String zone, String... hours) {
    Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    List<OpeningHours> each = List.of(hours).stream().map(OpeningHours::parse).toList();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, each);
    }
    return new CalendarDefinition(name, ZoneId.of(zone), week, null, Map.of(), Map.of());
  }

  public static Terms resolution(String target) {
    return resolution(target, NINE_TO_SIX);
  }

  public static Terms resolution(String target, CalendarDefinition calendar) {
    return terms(
        ObligationKind.RESOLUTION, target, calendar, ClockStart.OPENED, ClockStop.RESOLVED);
  }

  public static Terms response(String target) {
    return terms(
        ObligationKind.RESPONSE, target, NINE_TO_SIX, ClockStart.CONTACT, ClockStop.FIRST_RESPONSE);
  }

  public static Terms update(String target, ClockStart starts) {
    return terms(ObligationKind.UPDATE, target, NINE_TO_SIX, starts, ClockStop.MESSAGE);
  }

  public static Terms terms(
      ObligationKind kind,
      String target,
      CalendarDefinition calendar,
      ClockStart starts,
      ClockStop stops) {
    return new Terms(
        new Terms.Key(
            target.hashCode() & Integer.MAX_VALUE, 0, calendar.hashCode() & Integer.MAX_VALUE),
        new AgreementLabel("test", 1),
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
