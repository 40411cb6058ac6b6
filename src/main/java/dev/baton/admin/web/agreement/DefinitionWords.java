package dev.baton.admin.web.agreement;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.HolidayRegions;
import dev.baton.calendar.OpeningHours;
import dev.baton.calendar.Target;
import dev.baton.desk.web.PageRenderer;
import dev.baton.incident.HoldReason;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.Promise;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What calendars and agreements say, row by row, in the reader's language. */
@Component
class DefinitionWords {

  private final PageRenderer pages;

  DefinitionWords(PageRenderer pages) {
    this.pages = pages;
  }

  List<DefinitionRow> rows(AgreementDefinition agreement, Locale locale) {
    List<DefinitionRow> rows = new ArrayList<>();
    add(rows, "kind", pages.words("admin.agreements.kind." + agreement.kind(), locale), locale);
    add(rows, "client", or(agreement.client(), "admin.agreements.every", locale), locale);
    add(rows, "tier", pages.name("tier", agreement.tier(), locale), locale);
    add(rows, "service", agreement.service(), locale);
    add(rows, "validFrom", date(agreement.validFrom(), locale), locale);
    add(rows, "validTo", date(agreement.validTo(), locale), locale);
    add(rows, "calendar", agreement.calendar(), locale);
    for (PromiseCell cell : AgreementFields.cells()) {
      Promise promise = AgreementFields.promise(agreement, cell);
      if (promise != null) {
        addPromise(rows, cell, promise, locale);
      }
    }
    return rows;
  }

  private void addPromise(
      List<DefinitionRow> rows, PromiseCell cell, Promise promise, Locale locale) {
    String name = name(cell, locale);
    rows.add(new DefinitionRow(name, target(promise.target(), locale)));
    ofPromise(rows, name, "calendar", promise.calendar(), locale);
    ofPromise(
        rows,
        name,
        "starts",
        pages.name("admin.agreements.starts", promise.starts(), locale),
        locale);
    ofPromise(
        rows, name, "stops", pages.name("admin.agreements.stops", promise.stops(), locale), locale);
    ofPromise(rows, name, "pausedBy", holds(promise.pausedBy(), locale), locale);
    ofPromise(
        rows,
        name,
        "atRisk",
        promise.atRisk().stream().map(at -> at + " %").collect(Collectors.joining(", ")),
        locale);
    ofPromise(
        rows,
        name,
        "after",
        promise.afterBreach().stream()
            .map(time -> target(time, locale))
            .collect(Collectors.joining(", ")),
        locale);
  }

  private void ofPromise(
      List<DefinitionRow> rows, String promise, String part, String value, Locale locale) {
    if (value != null && !value.isEmpty()) {
      String label = pages.words("admin.agreements." + part, locale);
      rows.add(new DefinitionRow(promise + ": " + label, value));
    }
  }

  private void add(List<DefinitionRow> rows, String field, String value, Locale locale) {
    if (value != null) {
      rows.add(new DefinitionRow(pages.words("admin.agreements." + field, locale), value));
    }
  }

  List<DefinitionRow> rows(CalendarDefinition calendar, Locale locale) {
    List<DefinitionRow> rows = new ArrayList<>();
    rows.add(
        new DefinitionRow(pages.words("admin.calendars.zone", locale), calendar.zone().toString()));
    for (DayOfWeek day : DayOfWeek.values()) {
      List<OpeningHours> hours = calendar.week().getOrDefault(day, List.of());
      rows.add(new DefinitionRow(day.getDisplayName(TextStyle.FULL, locale), hours(hours, locale)));
    }
    rows.add(
        new DefinitionRow(
            pages.words("admin.calendars.holidays", locale),
            calendar.holidays() == null
                ? pages.words("admin.calendars.noHolidays", locale)
                : HolidayRegions.name(calendar.holidays(), locale)));
    calendar
        .closed()
        .forEach(
            (date, called) ->
                rows.add(
                    new DefinitionRow(
                        date(date, locale),
                        pages.words(
                            called.isEmpty()
                                ? "admin.calendars.closedDay"
                                : "admin.calendars.closedDay.named",
                            locale,
                            called))));
    calendar
        .special()
        .forEach(
            (date, hours) ->
                rows.add(
                    new DefinitionRow(
                        pages.words("admin.calendars.specialDay", locale, date(date, locale)),
                        hours(hours, locale))));
    return rows;
  }

  /** Such as {@code P1, response}. */
  String name(PromiseCell cell, Locale locale) {
    return cell.priority() + " " + pages.name("clock", cell.kind(), locale);
  }

  String target(Target target, Locale locale) {
    return pages.words("clocks.target." + target.unit(), locale, target.value());
  }

  /** Such as {@code Mon–Thu 08:00–17:00; Fri 08:00–15:30}. */
  String week(CalendarDefinition calendar, Locale locale) {
    List<String> parts = new ArrayList<>();
    DayOfWeek first = DayOfWeek.MONDAY;
    for (DayOfWeek day : DayOfWeek.values()) {
      List<OpeningHours> hours = calendar.week().getOrDefault(day, List.of());
      boolean isLast =
          day == DayOfWeek.SUNDAY
              || !hours.equals(calendar.week().getOrDefault(day.plus(1), List.of()));
      if (isLast && !hours.isEmpty()) {
        String begin = first.getDisplayName(TextStyle.SHORT, locale);
        String end = day.getDisplayName(TextStyle.SHORT, locale);
        parts.add((first == day ? begin : begin + "–" + end) + " " + hours(hours, locale));
      }
      first = isLast ? day.plus(1) : first;
    }
    return String.join("; ", parts);
  }

  /** Such as {@code 08:00–12:00, 13:00–17:00}. */
  String hours(List<OpeningHours> hours, Locale locale) {
    return hours.isEmpty()
        ? pages.words("admin.calendars.closed", locale)
        : hours.stream()
            .map(one -> one.toString().replace('-', '–'))
            .collect(Collectors.joining(", "));
  }

  String date(LocalDate date, Locale locale) {
    return date == null
        ? null
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(locale.getLanguage().equals("en") ? Locale.UK : locale)
            .format(date);
  }

  private String holds(Set<HoldReason> reasons, Locale locale) {
    return reasons.isEmpty()
        ? pages.words("admin.agreements.pausedBy.nothing", locale)
        : Stream.of(HoldReason.values())
            .filter(reasons::contains)
            .map(reason -> pages.name("admin.agreements.hold", reason, locale))
            .collect(Collectors.joining(", "));
  }

  private String or(String value, String key, Locale locale) {
    return value == null ? pages.words(key, locale) : value;
  }
}
