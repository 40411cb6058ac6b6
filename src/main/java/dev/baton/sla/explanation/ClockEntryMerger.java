package dev.baton.sla.explanation;

import dev.baton.sla.explanation.ClockEntry.State;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Keeps long ledgers readable: where there are too many entries, those of the calendar are put
 * together by week, month, year or as a whole, apart from the last two days. They still tile.
 */
final class ClockEntryMerger {

  static final int LIMIT = 200;
  private static final Duration IN_DETAIL = Duration.ofDays(2);

  private static final List<UnaryOperator<LocalDate>> PERIODS =
      List.of(
          day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
          day -> day.withDayOfMonth(1),
          day -> day.withDayOfYear(1),
          day -> LocalDate.EPOCH);

  private ClockEntryMerger() {}

  static List<ClockEntry> merged(List<ClockEntry> entries, ExplanationText words) {
    List<ClockEntry> merged = entries;
    for (int i = 0; i < PERIODS.size() && merged.size() > LIMIT; i++) {
      merged = merged(entries, PERIODS.get(i), words);
    }
    return merged;
  }

  private static List<ClockEntry> merged(
      List<ClockEntry> entries, UnaryOperator<LocalDate> period, ExplanationText words) {
    Instant detailed = entries.get(entries.size() - 1).to().minus(IN_DETAIL);
    List<ClockEntry> result = new ArrayList<>();
    List<ClockEntry> group = new ArrayList<>();
    for (ClockEntry entry : entries) {
      if (!group.isEmpty() && !belongs(group.get(0), entry, period, words, detailed)) {
        result.add(one(group, words));
        group.clear();
      }
      group.add(entry);
    }
    result.add(one(group, words));
    return result;
  }

  private static boolean belongs(
      ClockEntry first,
      ClockEntry entry,
      UnaryOperator<LocalDate> period,
      ExplanationText words,
      Instant detailed) {
    return first.state().isOfTheCalendar()
        && entry.state().isOfTheCalendar()
        && entry.from().isBefore(detailed)
        && first.pastDue() == entry.pastDue()
        && first.cause() == entry.cause()
        && first.agreement().equals(entry.agreement())
        && period.apply(words.date(first.from())).equals(period.apply(words.date(entry.from())));
  }

  private static ClockEntry one(List<ClockEntry> group, ExplanationText words) {
    ClockEntry first = group.get(0);
    if (group.size() == 1) {
      return first;
    }
    ClockEntry last = group.get(group.size() - 1);
    Duration used = group.stream().map(ClockEntry::used).reduce(Duration.ZERO, Duration::plus);
    State state = used.isZero() ? first.state() : State.RUNNING;
    return new ClockEntry(
        first.from(),
        last.to(),
        state,
        used,
        last.usedInTotal(),
        words.when(first.from(), last.to()),
        words.together(group, used, last.usedInTotal()),
        first.cause(),
        first.actor(),
        first.agreement(),
        first.pastDue(),
        first.expected());
  }
}
