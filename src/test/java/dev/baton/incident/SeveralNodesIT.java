package dev.baton.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.calendar.Target;
import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import dev.baton.engine.FlowConflict;
import dev.baton.engine.NotOffered;
import dev.baton.escalation.Escalations;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.NewContact;
import dev.baton.incident.reconciliation.Reconciliation;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.major.DeclareMajorIncident;
import dev.baton.sla.SampleTerms;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Promise;
import dev.baton.sla.agreement.PublishAgreements;
import dev.baton.staff.rota.Absence;
import dev.baton.staff.rota.PlanAbsences;
import dev.baton.support.Node;
import dev.baton.support.StagedDesk;
import dev.baton.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Several nodes on one database, at the same time and one after the other. */
class SeveralNodesIT {

  private static final int REPORTS = 200;
  private static final int THREADS = 8;
  private static final int BREACHES = 60;

  @Test
  void theWorkOfAStoppedNodeGoesOnAtTheNextAndTwoNodesShareTheWorkWithoutDoublingIt()
      throws Exception {
    TestDatabase.Schema schema = TestDatabase.deskSchema();
    InFlight inFlight;
    try (Node first = Node.start(schema, false)) {
      inFlight = leaveWorkInFlight(first);
    }
    try (Node second = Node.start(schema, false)) {
      finish(inFlight, second);
    }
    try (Node one = Node.start(schema, true);
        Node other = Node.start(schema, true)) {
      List<String> numbers = reportAtBoth(one, other);
      assertThat(numbers).hasSize(REPORTS).doesNotHaveDuplicates();
      assertThat(numbers).allMatch(number -> number.matches("INC-\\d{4}-\\d{6}"));
      assertEachIsRoutedOnce(one.bean(JdbcTemplate.class), numbers);
    } finally {
      schema.drop();
    }
  }

  @Test
  void whoeverWritesAnIncidentAtTwoNodesWaitsInOneOrder() throws Exception {
    TestDatabase.Schema schema = TestDatabase.deskSchema();
    try (Node one = Node.start(schema, true);
        Node other = Node.start(schema, true)) {
      one.desk(); // its client is there now
      promise(one.bean(PublishAgreements.class));
      List<IncidentNumber> numbers = new ArrayList<>();
      for (int i = 0; i < BREACHES; i++) {
        IncidentNumber number = new IncidentNumber(one.desk().defaultReport().report().value());
        numbers.add(number);
      }
      JdbcTemplate database = one.bean(JdbcTemplate.class);
      assertEachIsRoutedOnce(database, numbers.stream().map(IncidentNumber::value).toList());
      other.desk();
      long before = deadlocks(database);

      EngineClock clock = one.bean(EngineClock.class);
      clock.travelTo(clock.instant().plus(Duration.ofDays(30))); // all milestones are due
      try {
        actAtBoth(numbers, one, other);
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> dueJobs(database) == 0);
      } finally {
        clock.reset();
      }
      assertThat(count(database, "clock_milestone")).isGreaterThan(BREACHES);
      assertThat(count(database, "escalation")).isGreaterThan(BREACHES / 2);
      assertThat(count(database, "incident where status = 'RESOLVED'")).isGreaterThan(BREACHES / 3);
      assertThat(one.bean(Reconciliation.class).reconcile().isClean()).isTrue();
      assertThat(deadlocks(database) - before)
          .as(() -> "deadlocks in the server; the last one: " + lastDeadlock(database))
          .isZero();
    } finally {
      schema.drop();
    }
  }

  private static void promise(PublishAgreements publish) {
    publish.publish(SampleTerms.daily("around-the-clock", "UTC", "00:00-24:00"));
    publish.publish(
        new AgreementDefinition(
            "both",
            null,
            "acme",
            null,
            null,
            null,
            null,
            "around-the-clock",
            List.of(
                promise(ObligationKind.RESPONSE, "1 working hour"),
                promise(ObligationKind.RESOLUTION, "8 working hours"))));
  }

  private static Promise promise(ObligationKind kind, String target) {
    return new Promise(kind, null, Target.parse(target), null, null, null, null, null, null);
  }

  /** Everything that writes an incident or what hangs on it, at once and from both sides. */
  private static void actAtBoth(List<IncidentNumber> numbers, Node one, Node other)
      throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Boolean>> acts = new ArrayList<>();
      for (int i = 0; i < numbers.size(); i++) {
        Node here = i % 2 == 0 ? one : other;
        Node there = i % 2 == 0 ? other : one;
        IncidentNumber number = numbers.get(i);
        int turn = i;
        acts.add(() -> resolve(here, number));
        acts.add(() -> write(there, number));
        acts.add(() -> interfere(there, number, turn));
      }
      acts.add(() -> falls(one, "ben"));
      for (Future<Boolean> done : people.invokeAll(acts)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      people.shutdown();
    }
  }

  private static boolean write(Node node, IncidentNumber number) {
    ContactLog contacts = node.bean(ContactLog.class);
    NewContact reply =
        new NewContact(
            number,
            ContactKind.INFORMATION,
            null,
            Direction.IN,
            Channel.EMAIL,
            StagedDesk.RITA,
            "Still",
            "It is still so.",
            Visibility.CLIENT);
    return tried(() -> node.desk().as("ben", () -> contacts.log(reply).incident() != null));
  }

  /** What somebody else does meanwhile; the work may have gone on before it. */
  private static boolean interfere(Node node, IncidentNumber number, int turn) {
    IncidentActions desk = node.bean(IncidentActions.class);
    Escalations escalations = node.bean(Escalations.class);
    List<Supplier<Object>> acts =
        List.of(
            () -> desk.reprioritise(number, Level.HIGH, Level.HIGH, "Worse than it looked."),
            () -> desk.assign(number, "network", null),
            () -> node.bean(DeclareMajorIncident.class).byHand(number, "Many are hit."),
            () -> {
              escalations.askForHelp(number, "Nobody knows this one.");
              return true;
            },
            () -> desk.addHelper(number, "nora"));
    try {
      return tried(() -> node.desk().as("mona", acts.get(turn % acts.size())) != null);
    } catch (NotOffered overtaken) {
      return true;
    }
  }

  private static boolean falls(Node node, String person) {
    Instant now = node.bean(EngineClock.class).instant();
    return tried(
        () ->
            node.desk()
                    .as(
                        "mona",
                        () ->
                            node.bean(PlanAbsences.class)
                                .plan(
                                    new Absence(
                                        0,
                                        person,
                                        now,
                                        now.plus(Duration.ofDays(1)),
                                        Absence.AbsenceKind.SICK,
                                        null)))
                != null);
  }

  private static boolean resolve(Node node, IncidentNumber number) {
    IncidentActions desk = node.bean(IncidentActions.class);
    try {
      return tried(() -> node.desk().as("ada", () -> desk.claim(number)) != null)
          && tried(
              () ->
                  node.desk().as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "Done."))
                      != null);
    } catch (NotOffered overtaken) {
      return true;
    }
  }

  /** A conflict asks to look again: the person does, a few times. */
  private static boolean tried(Callable<Boolean> act) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptionsMatching(
            e -> e instanceof FlowConflict || e instanceof ConcurrencyFailureException)
        .until(act, done -> done);
  }

  private static long count(JdbcTemplate database, String what) {
    return database.queryForObject("select count(*) from " + what, Long.class);
  }

  private static long deadlocks(JdbcTemplate database) {
    return database.queryForObject(
        """
        select cast(variable_value as unsigned) from information_schema.global_status
        where variable_name = 'INNODB_DEADLOCKS'
        """,
        Long.class);
  }

  private static String lastDeadlock(JdbcTemplate database) {
    return database.queryForObject(
        "show engine innodb status", (row, n) -> row.getString("Status"));
  }

  private static long dueJobs(JdbcTemplate database) {
    return database.queryForObject(
        """
        select count(*) from ACT_RU_JOB j join ACT_RE_PROCDEF d on d.ID_ = j.PROCESS_DEF_ID_
        where d.KEY_ = 'sla-clock' and j.RETRIES_ > 0 and j.DUEDATE_ <= date_add(now(), interval 30 day)
        """,
        Long.class);
  }

  private record InFlight(
      IncidentNumber received, IncidentNumber held, IncidentNumber resolved, Instant until) {}

  private static InFlight leaveWorkInFlight(Node node) {
    IncidentActions desk = node.bean(IncidentActions.class);
    Instant now = node.bean(EngineClock.class).instant();
    Instant until = now.plus(Duration.ofHours(2));
    IncidentNumber held = node.desk().defaultReport().routed();
    IncidentNumber resolved = node.desk().defaultReport().routed();
    node.desk().as("ada", () -> desk.claim(held));
    node.desk().as("ada", () -> desk.hold(held, HoldReason.SUPPLIER, until, "Parts"));
    node.desk().as("ben", () -> desk.claim(resolved));
    node.desk().as("ben", () -> desk.resolve(resolved, ResolutionCode.FIXED, "Done."));
    return new InFlight(node.desk().defaultReport().report(), held, resolved, until);
  }

  private static void finish(InFlight work, Node node) {
    IncidentSearch search = node.bean(IncidentSearch.class);
    IncidentActions desk = node.bean(IncidentActions.class);
    EngineClock clock = node.bean(EngineClock.class);
    DueJobs jobs = node.bean(DueJobs.class);
    assertThat(node.bean(Reconciliation.class).reconcile().isClean()).isTrue();
    try {
      jobs.runDue();
      assertThat(search.get(work.received()).status()).isEqualTo(Status.ASSIGNED);
      assertThat(search.get(work.held()).status()).isEqualTo(Status.ON_HOLD);

      clock.travelTo(work.until());
      jobs.runDue();
      assertThat(search.get(work.held()).status()).isEqualTo(Status.IN_PROGRESS);
      node.desk()
          .as("ada", () -> desk.resolve(work.held(), ResolutionCode.FIXED, "The parts came."));

      clock.travelTo(work.until().plus(Duration.ofDays(5)).plus(Duration.ofHours(1)));
      jobs.runDue();
      assertThat(search.get(work.held()).status()).isEqualTo(Status.CLOSED);
      assertThat(search.get(work.resolved()).status()).isEqualTo(Status.CLOSED);
    } finally {
      clock.reset();
    }
  }

  private static List<String> reportAtBoth(Node one, Node other) throws Exception {
    one.desk();
    other.desk();
    ExecutorService reporters = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<String>> reports = new ArrayList<>();
      for (int i = 0; i < REPORTS; i++) {
        Node node = i % 2 == 0 ? one : other;
        reports.add(() -> node.desk().defaultReport().report().value());
      }
      List<String> numbers = new ArrayList<>();
      for (Future<String> reported : reporters.invokeAll(reports)) {
        numbers.add(reported.get());
      }
      return numbers;
    } finally {
      reporters.shutdown();
    }
  }

  private static void assertEachIsRoutedOnce(JdbcTemplate database, List<String> numbers) {
    String last = numbers.stream().min(String::compareTo).orElseThrow();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                database.queryForObject(
                    "select count(*) from incident where status = 'RECEIVED' and number >= ?",
                    Long.class,
                    last),
            left -> left == 0);
    assertThat(
            database.queryForList(
                """
                select i.number from incident i
                left join journal_entry j on j.incident_id = i.id and j.kind = 'ROUTED'
                group by i.number having count(j.id) <> 1
                """,
                String.class))
        .as("incidents that were not routed exactly once")
        .isEmpty();
    assertThat(database.queryForList("select ID_ from ACT_RU_INCIDENT", String.class)).isEmpty();
  }
}
