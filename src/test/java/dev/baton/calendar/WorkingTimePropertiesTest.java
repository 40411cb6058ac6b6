package dev.baton.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for any calendar, through changes of the clocks; a failure names its seed. */
class WorkingTimePropertiesTest {

  private static final int MINUTE = 60;

  static LongStream seeds() {
    return LongStream.range(0, 140);
  }

  static LongStream fewSeeds() {
    return LongStream.range(1000, 1028);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void countsAsAPersonWouldMinuteByMinute(long seed) {
    compare(new RandomCalendars(seed, MINUTE), Duration.ofDays(20), MINUTE, 40);
  }

  @ParameterizedTest
  @MethodSource("fewSeeds")
  void countsAsAPersonWouldSecondBySecond(long seed) {
    compare(new RandomCalendars(seed, 1), Duration.ofDays(4), 1, 8);
  }

  private static void compare(RandomCalendars chance, Duration reach, int step, int times) {
    WorkingCalendar calendar = calendar(chance);
    Instant first = chance.instant(Duration.ofSeconds(step + 1L)).minus(reach);
    Instant last = first.plus(reach.multipliedBy(2));
    SlowCalendar slow = new SlowCalendar(chance.definition, first, last, Duration.ofSeconds(step));
    for (int i = 0; i < times; i++) {
      Instant one = chance.instant(reach.dividedBy(2));
      Instant other = one.plus(chance.duration(reach.dividedBy(3)));
      Duration time = chance.duration(Duration.ofHours(30)).plusSeconds(step);
      assertThat(calendar.isOpen(one)).as("open at %s", one).isEqualTo(slow.isOpen(one));
      assertThat(calendar.between(one, other))
          .as("between %s and %s", one, other)
          .isEqualTo(slow.between(one, other));
      same(slow.add(one, time), () -> calendar.add(one, time), one + " plus " + time);
      same(slow.subtract(one, time), () -> calendar.subtract(one, time), one + " minus " + time);
      same(slow.nextChange(one, true), () -> calendar.nextOpening(one), "opens after " + one);
      same(slow.nextChange(one, false), () -> calendar.nextClosing(one), "closes after " + one);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addThenBetweenIsTheIdentityToTheNanosecond(long seed) {
    RandomCalendars chance = new RandomCalendars(seed, 1);
    WorkingCalendar calendar = calendar(chance);
    for (int i = 0; i < 20; i++) {
      Instant start = chance.instant(Duration.ofDays(40)).plusNanos(chance.random.nextInt());
      Duration time =
          chance.duration(Duration.ofDays(200)).plusNanos(chance.random.nextInt(1_000_000_000));
      Instant due = calendar.add(start, time);
      assertThat(calendar.between(start, due)).as("%s plus %s", start, time).isEqualTo(time);
      assertThat(calendar.between(due, start)).isEqualTo(time.negated());
      assertThat(calendar.add(start, time.negated())).isEqualTo(calendar.subtract(start, time));
      if (!time.isZero()) {
        // The first instant by which: a nanosecond earlier is not enough.
        assertThat(calendar.between(start, due.minusNanos(1))).isEqualTo(time.minusNanos(1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void subtractUndoesAddUpToClosedTime(long seed) {
    RandomCalendars chance = new RandomCalendars(seed, 1);
    WorkingCalendar calendar = calendar(chance);
    for (int i = 0; i < 20; i++) {
      Instant start = chance.instant(Duration.ofDays(40)).plusNanos(chance.random.nextInt());
      Duration time = chance.duration(Duration.ofDays(100)).plusNanos(1);
      Instant back = calendar.subtract(calendar.add(start, time), time);
      assertThat(back).isAfterOrEqualTo(start);
      assertThat(calendar.between(start, back)).isZero();
      if (calendar.isOpen(start)) {
        assertThat(back).isEqualTo(start);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void betweenIsAdditive(long seed) {
    RandomCalendars chance = new RandomCalendars(seed, 1);
    WorkingCalendar calendar = calendar(chance);
    for (int i = 0; i < 20; i++) {
      Instant one = chance.instant(Duration.ofDays(500)).plusNanos(chance.random.nextInt());
      Instant two = chance.instant(Duration.ofDays(500)).plusNanos(chance.random.nextInt());
      Instant three = chance.instant(Duration.ofDays(500)).plusNanos(chance.random.nextInt());
      assertThat(calendar.between(one, two).plus(calendar.between(two, three)))
          .isEqualTo(calendar.between(one, three));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void spansTileTheTimeAndTheirOpenPartsAreWhatLiesBetween(long seed) {
    RandomCalendars chance = new RandomCalendars(seed, 1);
    WorkingCalendar calendar = calendar(chance);
    for (int i = 0; i < 5; i++) {
      Instant from = chance.instant(Duration.ofDays(60)).plusNanos(chance.random.nextInt());
      Instant to = from.plus(chance.duration(Duration.ofDays(40))).plusNanos(1);
      List<CalendarSpan> spans = calendar.spans(from, to);
      assertThat(spans.get(0).from()).isEqualTo(from);
      assertThat(spans.get(spans.size() - 1).to()).isEqualTo(to);
      Duration open = Duration.ZERO;
      for (int n = 0; n < spans.size(); n++) {
        CalendarSpan span = spans.get(n);
        assertThat(span.from()).isBefore(span.to());
        assertThat(calendar.isOpen(span.from()))
            .isEqualTo(span.kind() == CalendarSpan.SpanKind.OPEN);
        if (span.kind() == CalendarSpan.SpanKind.OPEN) {
          open = open.plus(Duration.between(span.from(), span.to()));
        }
        if (n > 0) {
          CalendarSpan before = spans.get(n - 1);
          assertThat(span.from()).isEqualTo(before.to());
          assertThat(span.kind() == before.kind() && Objects.equals(before.name(), span.name()))
              .isFalse();
        }
      }
      assertThat(open).isEqualTo(calendar.between(from, to));
    }
  }

  private static WorkingCalendar calendar(RandomCalendars chance) {
    return WorkingCalendar.of(chance.definition);
  }

  private static void same(Instant slow, Supplier<Instant> quick, String what) {
    if (slow != null) {
      assertThat(quick.get()).as(what).isEqualTo(slow);
    }
  }
}
