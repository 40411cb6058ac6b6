package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.OpeningHours;
import dev.baton.calendar.Target;
import dev.baton.incident.Channel;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.Level;
import dev.baton.incident.report.ReportIncident;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Promise;
import dev.baton.sla.agreement.PublishAgreements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Very many deadlines at one instant: the closing time of a calendar, at which all that was to be
 * done by the end of the working day is breached. How fast real milestones are recorded, with
 * ledger, journal, task and the next wait, against the bare engine's jobs on the same server in the
 * same run. {@code -Dbench.storm} clocks (20,000).
 */
@Tag("bench")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StormBench {

  private static final int CLOCKS = Integer.getInteger("bench.storm", 20_000);
  private static final int REPORTS_A_SECOND = Integer.getInteger("bench.storm.reports", 45);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Map<String, Object> results = new LinkedHashMap<>();
  private BenchDesk desk;
  private JdbcTemplate jdbc;

  @BeforeAll
  void open() {
    desk = BenchDesk.open();
    jdbc = desk.bean(JdbcTemplate.class);
  }

  @AfterAll
  void close() throws IOException {
    desk.close();
    System.out.println();
    results.forEach((what, value) -> System.out.printf("%-34s %s%n", what, value));
    Path file = Path.of("target", "bench", "storm.txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, results.toString());
  }

  @Test
  void milestonesDueAtOneInstantDrainAtNoLessThanSixTenthsOfTheBareEngine() {
    double bare = bareEngine();
    Instant closing = closing();
    promiseTheEndOfTheDay(closing);
    Instant begun = Instant.now();
    report();
    BenchDesk.await(
        "every clock armed", () -> count("obligation") >= CLOCKS && unrouted() == 0, LONGEST);
    results.put(
        "report to armed clock, a second",
        Math.round(CLOCKS / (Duration.between(begun, Instant.now()).toMillis() / 1_000.0)));
    assertThat(Instant.now()).as("armed before it begins; give more time").isBefore(closing);

    sleepUntil(closing.minusMillis(500));
    ServerCounters before = ServerCounters.read(jdbc);
    BenchDesk.await("every breach recorded", () -> count("clock_milestone") >= CLOCKS, LONGEST);
    ServerCounters counted = ServerCounters.read(jdbc).since(before);
    double seconds = secondsSince(closing);
    double rate = CLOCKS / seconds;
    results.put(
        "milestones",
        String.format(Locale.ROOT, "%d in %.1f s: %.0f a second", CLOCKS, seconds, rate));
    results.put(
        "a milestone",
        String.format(
            Locale.ROOT,
            "%.1f statements, %.2f commits",
            (double) counted.statements() / CLOCKS,
            (double) counted.commits() / CLOCKS));
    results.put("of the bare engine's rate", String.format(Locale.ROOT, "%.2f", rate / bare));
    assertThat(count("clock_milestone")).isEqualTo(CLOCKS);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from journal_entry where kind = 'BREACHED'", Long.class))
        .isEqualTo(CLOCKS);
    assertThat(rate / bare).isGreaterThanOrEqualTo(0.6);
  }

  private double bareEngine() {
    try (BareEngine bare =
        BareEngine.open(desk.database(), "bare", desk.bean(CamundaBpmProperties.class))) {
      Instant due = Instant.now();
      bare.setTimers(CLOCKS, due);
      QuietMachine.await();
      BareEngine.Drain drain = bare.drain(CLOCKS, Instant.now());
      results.put("bare engine", drain);
      return drain.perSecond();
    }
  }

  private static Instant closing() {
    return Instant.now()
        .plusSeconds(20 + CLOCKS / REPORTS_A_SECOND)
        .truncatedTo(ChronoUnit.SECONDS);
  }

  private void promiseTheEndOfTheDay(Instant closing) {
    int noon = LocalTime.NOON.toSecondOfDay();
    ZoneOffset whereItIsNoon =
        ZoneOffset.ofTotalSeconds(
            noon - closing.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay());
    Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(new OpeningHours(0, noon)));
    }
    PublishAgreements publish = desk.bean(PublishAgreements.class);
    publish.publish(new CalendarDefinition("storm", whereItIsNoon, week, null, Map.of(), Map.of()));
    publish.publish(
        new AgreementDefinition(
            "storm",
            null,
            "bench",
            null,
            null,
            null,
            null,
            "storm",
            List.of(
                new Promise(
                    ObligationKind.RESOLUTION,
                    null,
                    Target.parse("end of working day"),
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of()))));
  }

  private void report() {
    ReportIncident reports = desk.bean(ReportIncident.class);
    AtomicInteger left = new AtomicInteger(CLOCKS);
    Load.run(
        3,
        () -> {
          for (int n = left.getAndDecrement(); n > 0; n = left.getAndDecrement()) {
            reports.report(
                new IncidentReport(
                    "bench",
                    "Person " + n % 2_000,
                    "person" + n % 2_000 + "@bench.example",
                    null,
                    Channel.WEB,
                    "Cannot open the monthly report (" + n + ")",
                    "Since this morning the report stays empty.",
                    Level.MEDIUM,
                    Level.MEDIUM,
                    "software",
                    null,
                    null,
                    null));
          }
          return null;
        });
  }

  private double secondsSince(Instant closing) {
    Timestamp last =
        jdbc.queryForObject("select max(recorded_at) from clock_milestone", Timestamp.class);
    return Duration.between(closing, last.toInstant()).toMillis() / 1_000.0;
  }

  private long unrouted() {
    return jdbc.queryForObject(
        "select count(*) from incident where status = 'RECEIVED'", Long.class);
  }

  private long count(String table) {
    return jdbc.queryForObject("select count(*) from " + table, Long.class);
  }

  private static void sleepUntil(Instant instant) {
    while (Instant.now().isBefore(instant)) {
      LockSupport.parkNanos(Duration.between(Instant.now(), instant).toNanos());
    }
  }
}
