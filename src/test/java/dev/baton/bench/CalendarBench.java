package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.CalendarSpan;
import dev.baton.calendar.HolidayRegion;
import dev.baton.calendar.OpeningHours;
import dev.baton.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What working-time arithmetic costs: a Bavarian office with a lunch break, starts over a year. */
@Tag("bench")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CalendarBench {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration YEAR = Duration.ofHours(2_000);
  private static final Duration TEN_YEARS = Duration.ofHours(20_000);
  private static final int MILLION = 1_000_000;

  private final WorkingCalendar office = office();
  private final WorkingCalendar always = WorkingCalendar.alwaysOpen();
  private int turn;

  @Benchmark
  public Instant addAYear() {
    return office.add(start(), YEAR);
  }

  @Benchmark
  public Instant addTenYears() {
    return office.add(start(), TEN_YEARS);
  }

  @Benchmark
  public Instant addAYearOpenAlways() {
    return always.add(start(), YEAR);
  }

  @Benchmark
  public Instant subtractAYear() {
    return office.subtract(start(), YEAR);
  }

  @Benchmark
  public Duration betweenOverTenYears() {
    return office.between(start(), START.plus(Duration.ofDays(3_650)));
  }

  @Benchmark
  public Instant nextOpening() {
    return office.nextOpening(start());
  }

  @Benchmark
  public Instant addWorkingDays() {
    return office.addWorkingDays(start(), 250);
  }

  @Benchmark
  public List<CalendarSpan> spansOfAWeek() {
    Instant from = start();
    return office.spans(from, from.plus(Duration.ofDays(7)));
  }

  /** Nothing is kept from before: definition checked, holidays asked, ten years laid out. */
  @Benchmark
  public Instant newCalendarAndTenYears() {
    return office().add(start(), TEN_YEARS);
  }

  @Test
  void addsAMillionTimesOverAYear() {
    CalendarBench bench = new CalendarBench();
    for (int warm = 0; warm < 2; warm++) {
      run(bench);
    }
    Duration took = run(bench);
    System.out.printf(
        "1,000,000 adds over a year: %d ms, %d ns each%n",
        took.toMillis(), took.toNanos() / MILLION);
  }

  @Test
  void measuresEachOperation() throws RunnerException {
    assertThat(
            new Runner(
                    new OptionsBuilder()
                        .include(CalendarBench.class.getName() + "\\.")
                        .forks(1)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(1))
                        .resultFormat(ResultFormatType.JSON)
                        .result("target/bench/calendar.json")
                        .build())
                .run())
        .hasSize(9);
  }

  private static Duration run(CalendarBench bench) {
    long sum = 0;
    long before = System.nanoTime();
    for (int i = 0; i < MILLION; i++) {
      sum += bench.addAYear().getEpochSecond();
    }
    long after = System.nanoTime();
    assertThat(sum).isPositive();
    return Duration.ofNanos(after - before);
  }

  /** A start that wanders over a year and its hours, so that no two follow the same way. */
  private Instant start() {
    turn = (turn + 1) & 0xFFFF;
    return START.plusSeconds(turn * 481L);
  }

  private static WorkingCalendar office() {
    Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    List<OpeningHours> hours =
        List.of(OpeningHours.parse("08:00-12:00"), OpeningHours.parse("13:00-17:00"));
    List.of(
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY)
        .forEach(day -> week.put(day, hours));
    return WorkingCalendar.of(
        new CalendarDefinition(
            "office",
            ZoneId.of("Europe/Berlin"),
            week,
            new HolidayRegion("DE", List.of("by")),
            Map.of(),
            Map.of()));
  }
}
