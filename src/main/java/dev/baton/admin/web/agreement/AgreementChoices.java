package dev.baton.admin.web.agreement;

import dev.baton.calendar.TargetUnit;
import dev.baton.client.Tier;
import dev.baton.desk.web.PageRenderer;
import dev.baton.incident.HoldReason;
import dev.baton.incident.Priority;
import dev.baton.sla.agreement.AgreementKind;
import dev.baton.sla.agreement.ClockStart;
import dev.baton.sla.agreement.ClockStop;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.PublishedAgreements;
import dev.baton.sla.agreement.PublishedVersion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What the fields of an agreement offer: values with their labels in the reader's language.
 *
 * @param times the units of times after a breach
 * @param rungs how many times after a breach each cell has room for
 */
record AgreementChoices(
    Map<String, String> kinds,
    Map<String, String> tiers,
    List<String> calendars,
    Map<String, String> units,
    Map<String, String> times,
    Map<String, String> holds,
    Map<String, String> stops,
    List<Priority> priorities,
    List<Column> columns,
    Map<String, List<Integer>> rungs) {

  /** A kind of promise. */
  record Column(ObligationKind kind, String label, Map<String, String> starts) {}

  private static final int MOST_RUNGS = 10;

  static AgreementChoices of(
      FormValues form, PublishedAgreements published, PageRenderer pages, Locale locale) {
    TreeSet<String> calendars = new TreeSet<>();
    published.calendars().stream().map(PublishedVersion::name).forEach(calendars::add);
    Map<String, List<Integer>> rungs = new LinkedHashMap<>();
    for (PromiseCell cell : AgreementFields.cells()) {
      int filled = form.next(cell.field() + ".after");
      int count = Math.min(MOST_RUNGS, filled + 1);
      rungs.put(cell.field(), IntStream.range(0, Math.max(count, filled)).boxed().toList());
    }
    return new AgreementChoices(
        labels("admin.agreements.kind", pages, locale, AgreementKind.values()),
        labels("tier", pages, locale, Tier.values()),
        List.copyOf(calendars),
        labels("admin.agreements.unit", pages, locale, TargetUnit.values()),
        labels(
            "admin.agreements.unit",
            pages,
            locale,
            TargetUnit.WORKING_MINUTES,
            TargetUnit.WORKING_HOURS,
            TargetUnit.MINUTES,
            TargetUnit.HOURS),
        labels("admin.agreements.hold", pages, locale, HoldReason.values()),
        labels("admin.agreements.stops", pages, locale, ClockStop.RESOLVED, ClockStop.CLOSED),
        List.of(Priority.values()),
        Arrays.stream(ObligationKind.values())
            .map(
                kind ->
                    new Column(
                        kind,
                        pages.name("clock", kind, locale),
                        labels("admin.agreements.starts", pages, locale, starts(kind))))
            .toList(),
        rungs);
  }

  private static ClockStart[] starts(ObligationKind kind) {
    return kind == ObligationKind.UPDATE
        ? new ClockStart[] {ClockStart.UNANSWERED, ClockStart.LAST_MESSAGE}
        : new ClockStart[] {ClockStart.CONTACT, ClockStart.OPENED, ClockStart.ASSIGNED};
  }

  private static Map<String, String> labels(
      String prefix, PageRenderer pages, Locale locale, Enum<?>... values) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (Enum<?> value : values) {
      labels.put(value.name(), pages.name(prefix, value, locale));
    }
    return labels;
  }
}
