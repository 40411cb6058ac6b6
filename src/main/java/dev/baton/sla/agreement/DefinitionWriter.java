package dev.baton.sla.agreement;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.HolidayRegion;
import dev.baton.calendar.OpeningHours;
import dev.baton.calendar.Target;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes definitions as people write them: what is usual is left out. */
final class DefinitionWriter {

  private DefinitionWriter() {}

  static Map<String, Object> document(AgreementDocument document) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("calendars", document.calendars().stream().map(DefinitionWriter::calendar).toList());
    fields.put(
        "agreements", document.agreements().stream().map(DefinitionWriter::agreement).toList());
    return fields;
  }

  static Map<String, Object> calendar(CalendarDefinition calendar) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", calendar.name());
    fields.put("zone", calendar.zone().getId());
    Map<String, Object> week = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (calendar.week().containsKey(day)) {
        week.put(day.name().toLowerCase(Locale.ROOT), words(calendar.week().get(day)));
      }
    }
    put(fields, "week", week);
    if (calendar.holidays() != null) {
      fields.put("holidays", region(calendar.holidays()));
    }
    Map<String, Object> closed = new LinkedHashMap<>();
    calendar.closed().forEach((date, name) -> closed.put(date.toString(), name));
    put(fields, "closed", closed);
    Map<String, Object> special = new LinkedHashMap<>();
    for (Map.Entry<LocalDate, List<OpeningHours>> day : calendar.special().entrySet()) {
      special.put(day.getKey().toString(), words(day.getValue()));
    }
    put(fields, "special", special);
    return fields;
  }

  static Map<String, Object> agreement(AgreementDefinition agreement) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", agreement.name());
    if (agreement.kind() != AgreementKind.SLA) {
      fields.put("kind", agreement.kind().name());
    }
    put(fields, "client", agreement.client());
    put(fields, "tier", agreement.tier());
    put(fields, "service", agreement.service());
    put(fields, "validFrom", agreement.validFrom());
    put(fields, "validTo", agreement.validTo());
    put(fields, "calendar", agreement.calendar());
    fields.put("promises", agreement.promises().stream().map(DefinitionWriter::promise).toList());
    return fields;
  }

  private static Map<String, Object> promise(Promise promise) {
    Promise usual =
        new Promise(
            promise.obligation(),
            promise.priorities(),
            promise.target(),
            promise.calendar(),
            null,
            null,
            null,
            null,
            null);
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "obligation", promise.obligation());
    put(fields, "priorities", names(promise.priorities()));
    put(fields, "target", promise.target());
    put(fields, "calendar", promise.calendar());
    if (promise.starts() != usual.starts()) {
      put(fields, "starts", promise.starts());
    }
    if (promise.stops() != usual.stops()) {
      put(fields, "stops", promise.stops());
    }
    if (!promise.pausedBy().equals(usual.pausedBy())) {
      fields.put("pausedBy", names(promise.pausedBy()));
    }
    if (!promise.atRisk().equals(usual.atRisk())) {
      fields.put("atRisk", promise.atRisk());
    }
    put(fields, "afterBreach", promise.afterBreach().stream().map(Target::toString).toList());
    return fields;
  }

  private static Object region(HolidayRegion region) {
    return region.regions().stream().anyMatch(step -> step.contains("-"))
        ? Map.of("country", region.country(), "regions", region.regions())
        : region.toString();
  }

  /** The names of all values. */
  static String words(Enum<?>... values) {
    return String.join(", ", names(List.of(values)));
  }

  private static List<String> words(List<OpeningHours> hours) {
    return hours.stream().map(OpeningHours::toString).toList();
  }

  /** In the order in which they are declared. */
  static List<String> names(Collection<? extends Enum<?>> values) {
    return values.stream()
        .sorted((one, other) -> Integer.compare(one.ordinal(), other.ordinal()))
        .map(Enum::name)
        .toList();
  }

  private static void put(Map<String, Object> fields, String name, Object value) {
    boolean empty =
        value == null
            || (value instanceof Map<?, ?> map && map.isEmpty())
            || (value instanceof Collection<?> list && list.isEmpty());
    if (!empty) {
      fields.put(
          name, value instanceof Map || value instanceof Collection ? value : value.toString());
    }
  }
}
