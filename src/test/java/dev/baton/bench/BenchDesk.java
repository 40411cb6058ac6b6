package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.BatonApplication;
import dev.baton.calendar.Target;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.Tier;
import dev.baton.database.EmbeddedMariaDb;
import dev.baton.incident.Channel;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.Level;
import dev.baton.incident.report.ReportIncident;
import dev.baton.sla.SampleTerms;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Promise;
import dev.baton.sla.agreement.PublishAgreements;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** A desk on a MariaDB of its own that flushes at every commit, with one client and one agent. */
final class BenchDesk implements AutoCloseable {

  /** The tests' measuring of coverage, which would be measured here. */
  private static final String COVERAGE =
      "org.camunda.community.process_test_coverage.spring_test.platform7"
          + ".ProcessEngineCoverageConfiguration";

  private static final String PASSWORD = "Steady-battery-26";

  private final EmbeddedMariaDb database;
  private final ServletWebServerApplicationContext application;

  private BenchDesk(EmbeddedMariaDb database, ServletWebServerApplicationContext application) {
    this.database = database;
    this.application = application;
  }

  /** Starts it, with further beans of the bench. */
  static BenchDesk open(Class<?>... beans) {
    return open(List.of(), beans);
  }

  /** Starts it with further settings, such as {@code --baton.mail.address=desk@bench.example}. */
  static BenchDesk open(List<String> settings, Class<?>... beans) {
    EmbeddedMariaDb database =
        EmbeddedMariaDb.start(
            Path.of("target", "bench-database-" + System.currentTimeMillis()),
            EmbeddedMariaDb.Options.lasting());
    database.createSchema("bench");
    Class<?>[] sources =
        Stream.concat(Stream.of(BatonApplication.class), Stream.of(beans)).toArray(Class<?>[]::new);
    BenchDesk desk =
        new BenchDesk(
            database,
            (ServletWebServerApplicationContext)
                new SpringApplication(sources)
                    .run(
                        Stream.concat(
                                Stream.of(
                                    "--baton.db.url=" + database.jdbcUrl("bench"),
                                    "--baton.db.user=" + database.user(),
                                    "--baton.db.password=" + database.password(),
                                    "--baton.admin.password=Correct-horse-26",
                                    "--baton.demo=false",
                                    "--spring.autoconfigure.exclude=" + COVERAGE,
                                    "--server.port=0",
                                    "--server.address=127.0.0.1"),
                                settings.stream())
                            .toArray(String[]::new)));
    desk.furnish();
    return desk;
  }

  private void furnish() {
    bean(ClientDirectory.class)
        .register(
            new ClientView(
                0, "bench", "Bench", Tier.SILVER, ZoneOffset.UTC, Locale.ENGLISH, 5, 3, 1));
    StaffDirectory staff = bean(StaffDirectory.class);
    staff.register(new TeamView("service-desk", "Service desk"));
    staff.register(
        new AgentView(
            "bench",
            "Bench",
            "bench@desk.example",
            ZoneOffset.UTC,
            Locale.ENGLISH,
            Set.of(Role.AGENT),
            Set.of("service-desk"),
            true),
        PASSWORD);
  }

  /** From now on the client is promised an answer, an end and news, around the clock. */
  BenchDesk promising() {
    return promising("1 working hour");
  }

  /** The same with an answer within this time. */
  BenchDesk promising(String answer) {
    PublishAgreements publish = bean(PublishAgreements.class);
    publish.publish(SampleTerms.daily("around-the-clock", "UTC", "00:00-24:00"));
    publish.publish(
        new AgreementDefinition(
            "bench",
            null,
            "bench",
            null,
            null,
            null,
            null,
            "around-the-clock",
            List.of(
                promise(ObligationKind.RESPONSE, answer),
                promise(ObligationKind.RESOLUTION, "8 working hours"),
                promise(ObligationKind.UPDATE, "2 working hours"))));
    return this;
  }

  private static Promise promise(ObligationKind kind, String target) {
    return new Promise(kind, null, Target.parse(target), null, null, null, null, null, null);
  }

  <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  Api api() {
    return new Api(application.getWebServer().getPort(), "bench", PASSWORD);
  }

  int port() {
    return application.getWebServer().getPort();
  }

  EmbeddedMariaDb database() {
    return database;
  }

  /** Incidents of as many people. */
  List<IncidentNumber> reported(int incidents) {
    ReportIncident reports = bean(ReportIncident.class);
    List<IncidentNumber> numbers = new ArrayList<>();
    for (int n = 0; n < incidents; n++) {
      numbers.add(
          new IncidentNumber(
              reports
                  .report(
                      new IncidentReport(
                          "bench",
                          "Person " + n,
                          "person" + n + "@bench.example",
                          null,
                          Channel.WEB,
                          "Cannot open the monthly report (" + n + ")",
                          "Since this morning the report stays empty.",
                          Level.MEDIUM,
                          Level.MEDIUM,
                          "software",
                          null,
                          null,
                          null))
                  .number()));
    }
    return numbers;
  }

  /** Looks twice a second whether it is so, and fails where that takes longer. */
  static void await(String what, BooleanSupplier reached, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
  }

  /** A report by one of two thousand people. */
  static String report(long n) {
    return """
    {"client":"bench","requester":{"name":"Person %1$d","email":"person%1$d@bench.example"},
     "channel":"WEB","subject":"Cannot open the monthly report (%2$d)",
     "description":"Since this morning the report stays empty. Nothing else was changed.",
     "impact":"MEDIUM","urgency":"MEDIUM","category":"software"}\
    """
        .formatted(n % 2_000, n);
  }

  @Override
  public void close() {
    for (AutoCloseable part : List.of(application, database)) {
      try {
        part.close();
      } catch (Exception e) {
        System.out.println("Not closed: " + e);
      }
    }
  }
}
