package dev.baton.staff.rota;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * A weekly shift, ready to be asked. Times on the wall clock that a change to summer time leaves
 * out count as the moment of the change; of those that come twice, the first counts.
 */
final class WeeklyPattern {

  /** No such instant: before and after all others. */
  static final long NEVER = Long.MIN_VALUE;

  static final long OPEN = Long.MAX_VALUE;

  private static final int SECONDS_A_DAY = 86_400;
  private static final int MONDAY_OF_1970 = 3; // 1 January was a Thursday

  private final String team;
  private final int days;
  private final int start;
  private final int end;
  private final ZoneRules rules;
  private final long first;
  private final long last;
  private final int everyWeeks;

  WeeklyPattern(WeeklyShift shift) {
    this.team = shift.team();
    this.days = mask(shift);
    this.start = shift.start().minutes();
    this.end =
        shift.end().minutes() <= start
            ? shift.end().minutes() + TimeOfDay.DAY
            : shift.end().minutes();
    this.rules = shift.zone().getRules();
    this.first = shift.validFrom().toEpochDay();
    this.last = shift.validTo() == null ? OPEN : shift.validTo().toEpochDay();
    this.everyWeeks = shift.everyWeeks();
  }

  static int mask(WeeklyShift shift) {
    return shift.days().stream().mapToInt(day -> 1 << (day.getValue() - 1)).sum();
  }

  static List<DayOfWeek> days(int mask) {
    return List.of(DayOfWeek.values()).stream()
        .filter(day -> (mask & (1 << (day.getValue() - 1))) != 0)
        .toList();
  }

  String team() {
    return team;
  }

  /** The end of the shift that runs at this millisecond, or {@link #NEVER}. */
  long endAt(long at) {
    long today = localDay(at);
    long end = NEVER;
    for (long day = today - 1; day <= today; day++) {
      if (beginsOn(day) && from(day) <= at && at < to(day)) {
        end = Math.max(end, to(day));
      }
    }
    return end;
  }

  /** When the next shift begins after this millisecond, or {@link #OPEN} if none does. */
  long beginAfter(long at) {
    long from = Math.max(localDay(at), first);
    long to = Math.min(last, from + 7L * (everyWeeks + 1));
    for (long day = from; day <= to; day++) {
      if (beginsOn(day) && from(day) > at && from(day) < to(day)) {
        return from(day);
      }
    }
    return OPEN;
  }

  private boolean beginsOn(long day) {
    return first <= day
        && day <= last
        && (days & (1 << Math.floorMod(day + MONDAY_OF_1970, 7))) != 0
        && (week(day) - week(first)) % everyWeeks == 0;
  }

  private static long week(long day) {
    return Math.floorDiv(day + MONDAY_OF_1970, 7L);
  }

  private long from(long day) {
    return millis(day, start);
  }

  private long to(long day) {
    return millis(day, end);
  }

  private long millis(long day, int minute) {
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(day * SECONDS_A_DAY + minute * 60L, 0, ZoneOffset.UTC);
    List<ZoneOffset> offsets = rules.getValidOffsets(time);
    return offsets.isEmpty()
        ? rules.getTransition(time).getInstant().toEpochMilli()
        : time.toEpochSecond(offsets.get(0)) * 1_000;
  }

  private long localDay(long at) {
    Instant instant = Instant.ofEpochMilli(at);
    return Math.floorDiv(
        instant.getEpochSecond() + rules.getOffset(instant).getTotalSeconds(), SECONDS_A_DAY);
  }
}
