package dev.baton.sla.agreement;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.HolidayRegion;
import dev.baton.calendar.OpeningHours;
import dev.baton.calendar.Target;
import dev.baton.client.Tier;
import dev.baton.incident.HoldReason;
import dev.baton.incident.Priority;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Reads definitions as people write them. */
final class DefinitionReader {

  private static final String HOURS = "hours such as 08:00-12:00";
  private static final String TARGET = "a target such as 4 working hours";
  private static final String REGION = "a country and the way to a region, such as DE or DE-BY";

  private DefinitionReader() {}

  static CalendarDefinition calendar(DocumentNode place) {
    CalendarDefinition calendar =
        new CalendarDefinition(
            place.at("name").text(),
            place.at("zone").read("a zone such as Europe/Berlin", CalendarDefinition::zoneNamed),
            week(place.at("week")),
            holidays(place.at("holidays")),
            closed(place.at("closed")),
            special(place.at("special")));
    place.holdsNothingElse();
    return calendar;
  }

  static AgreementDefinition agreement(DocumentNode place) {
    AgreementDefinition agreement =
        new AgreementDefinition(
            place.at("name").text(),
            place.at("kind").oneOf(AgreementKind.class),
            place.at("client").text(),
            place.at("tier").oneOf(Tier.class),
            place.at("service").text(),
            place.at("validFrom").date(),
            place.at("validTo").date(),
            place.at("calendar").text(),
            place.at("promises").items().stream().map(DefinitionReader::promise).toList());
    place.holdsNothingElse();
    return agreement;
  }

  private static Promise promise(DocumentNode place) {
    DocumentNode pausedBy = place.at("pausedBy");
    DocumentNode atRisk = place.at("atRisk");
    Promise promise =
        new Promise(
            place.at("obligation").oneOf(ObligationKind.class),
            all(place.at("priorities"), Priority.class),
            place.at("target").read(TARGET, Target::parse),
            place.at("calendar").text(),
            place.at("starts").oneOf(ClockStart.class),
            place.at("stops").oneOf(ClockStop.class),
            pausedBy.isEmpty() ? null : all(pausedBy, HoldReason.class),
            atRisk.isEmpty() ? null : percents(atRisk),
            targets(place.at("afterBreach")));
    place.holdsNothingElse();
    return promise;
  }

  private static <E extends Enum<E>> Set<E> all(DocumentNode place, Class<E> type) {
    Set<E> values = new LinkedHashSet<>();
    place.items().stream()
        .map(item -> item.oneOf(type))
        .filter(Objects::nonNull)
        .forEach(values::add);
    return values;
  }

  private static List<Integer> percents(DocumentNode place) {
    return place.items().stream()
        .map(item -> item.number("percents from 1 to 99"))
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<Target> targets(DocumentNode place) {
    return place.items().stream()
        .map(item -> item.read(TARGET, Target::parse))
        .filter(Objects::nonNull)
        .toList();
  }

  private static Map<DayOfWeek, List<OpeningHours>> week(DocumentNode place) {
    Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    for (DocumentNode day : place.entries()) {
      DayOfWeek weekday = weekday(day.key());
      if (weekday == null) {
        day.complain("is no day of the week; accepted: monday to sunday, or mon to sun");
      } else if (week.put(weekday, hours(day)) != null) {
        day.complain("is there twice; accepted: each day of the week once");
      }
    }
    return week;
  }

  private static DayOfWeek weekday(String name) {
    String day = name.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(DayOfWeek.values())
        .filter(it -> it.name().equals(day) || it.name().substring(0, 3).equals(day))
        .findFirst()
        .orElse(null);
  }

  private static List<OpeningHours> hours(DocumentNode place) {
    return place.items().stream()
        .map(item -> item.read(HOURS, OpeningHours::parse))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Such as {@code DE-BY}, or {@code country} and {@code regions}. */
  private static HolidayRegion holidays(DocumentNode place) {
    if (place.isEmpty()) {
      return null;
    }
    if (place.isText()) {
      List<String> steps = List.of(place.text().split("-"));
      return new HolidayRegion(steps.get(0), steps.subList(1, steps.size()));
    }
    HolidayRegion region =
        new HolidayRegion(
            place.at("country").read(REGION, text -> text),
            place.at("regions").items().stream()
                .map(DocumentNode::text)
                .filter(Objects::nonNull)
                .toList());
    place.holdsNothingElse();
    return region;
  }

  private static Map<LocalDate, String> closed(DocumentNode place) {
    Map<LocalDate, String> days = new TreeMap<>();
    for (DocumentNode day : place.entries()) {
      LocalDate date = date(day);
      if (date != null) {
        days.put(date, day.isEmpty() ? "" : Objects.requireNonNullElse(day.text(), ""));
      }
    }
    return days;
  }

  private static Map<LocalDate, List<OpeningHours>> special(DocumentNode place) {
    Map<LocalDate, List<OpeningHours>> days = new TreeMap<>();
    for (DocumentNode day : place.entries()) {
      LocalDate date = date(day);
      if (date != null) {
        days.put(date, hours(day));
      }
    }
    return days;
  }

  private static LocalDate date(DocumentNode day) {
    try {
      return LocalDate.parse(day.key());
    } catch (DateTimeException e) {
      day.complain(
          "stands under '%s', which is no date; accepted: a date such as 2026-12-24"
              .formatted(day.key()));
      return null;
    }
  }
}
