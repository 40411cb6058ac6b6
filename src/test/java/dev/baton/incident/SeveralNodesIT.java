package dev.baton.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.calendar.Target;
import dev.baton.engine.EngineClock;
import dev.baton.engine.FlowConflict;
import dev.baton.engine.NotOffered;
import dev.baton.escalation.Escalations;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.NewContact;
import dev.baton.incident.reconciliation.Reconciliation;
import dev.baton.major.DeclareMajorIncident;
import dev.baton.sla.SampleTerms;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Promise;
import dev.baton.sla.agreement.PublishAgreements;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.Absence;
import dev.baton.staff.rota.PlanAbsences;
import dev.baton.support.Node;
import dev.baton.support.ReportDraft;
import dev.baton.support.StagedDesk;
import dev.baton.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two nodes on one database, at the same time. They are started once for all tests; the last test
 * lets a month pass.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralNodesIT {

  private static final int REPORTS = 100;
  private static final int THREADS = 8;
  private static final int BREACHES = 60;
  private static final String IN_TURN = "field-service";
  private static final String BY_LOAD = "workplace";

  private TestDatabase.Schema schema;
  private Node one;
  private Node other;
  private JdbcTemplate database;

  @BeforeAll
  void startBoth() {
    schema = TestDatabase.deskSchema();
    one = Node.start(schema, true);
    other = Node.start(schema, true);
    one.desk();
    other.desk();
    database = one.bean(JdbcTemplate.class);
  }

  @AfterAll
  void closeBoth() {
    Stream.of(other, one).filter(Objects::nonNull).forEach(Node::close);
    schema.drop();
  }

  @Test
  @Order(1)
  void twoNodesShareTheWorkWithoutDoublingIt() throws Exception {
    List<String> numbers = reportAtBoth(List.of(report -> report));
    assertThat(numbers).hasSize(REPORTS).doesNotHaveDuplicates();
    assertThat(numbers).allMatch(number -> number.matches("INC-\\d{4}-\\d{6}"));
    assertEachIsRoutedOnce(database, numbers);
  }

  @Test
  @Order(2)
  void twoNodesNeverPickByTheSameTurn() throws Exception {
    people(one.bean(StaffDirectory.class), IN_TURN, "fay", "fin", "flo", "fred");
    people(one.bean(StaffDirectory.class), BY_LOAD, "walt", "wanda", "will");

    List<String> numbers =
        reportAtBoth(List.of(report -> report.forTeam(IN_TURN), report -> report.forTeam(BY_LOAD)));
    assertEachIsRoutedOnce(database, numbers);

    assertThat(given(database, IN_TURN).values()).containsExactly(25, 25, 25, 25);
    assertThat(turnsOf(database, IN_TURN)).as("no turn was lost or taken twice").isEqualTo(REPORTS);
    assertThat(given(database, BY_LOAD).values())
        .hasSize(3)
        .allSatisfy(load -> assertThat(load).isBetween(33, 34));
  }

  @Test
  @Order(3)
  void whoeverWritesAnIncidentAtTwoNodesWaitsInOneOrder() throws Exception {
    promise(one.bean(PublishAgreements.class));
    List<IncidentNumber> numbers = new ArrayList<>();
    for (int i = 0; i < BREACHES; i++) {
      numbers.add(one.desk().defaultReport().report());
    }
    assertEachIsRoutedOnce(database, numbers.stream().map(IncidentNumber::value).toList());
    // Nothing may be under way when the clock jumps: the lock of a job would be over, and both
    // nodes would do it at once.
    Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> jobsUnderWay(database) == 0);
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

  private static Map<String, Integer> given(JdbcTemplate database, String team) {
    return database
        .queryForList("select assignee from incident where team = ?", String.class, team)
        .stream()
        .collect(Collectors.groupingBy(login -> login, Collectors.summingInt(login -> 1)));
  }

  private static Integer turnsOf(JdbcTemplate database, String team) {
    return database.queryForObject(
        "select turn from assignment_turn where team = ?", Integer.class, team);
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

  /** Those that a node has taken, and steps that wait for one. */
  private static long jobsUnderWay(JdbcTemplate database) {
    return count(
        database, "ACT_RU_JOB where LOCK_OWNER_ is not null or TYPE_ = 'message' and RETRIES_ > 0");
  }

  private static long dueJobs(JdbcTemplate database) {
    return database.queryForObject(
        """
        select count(*) from ACT_RU_JOB j join ACT_RE_PROCDEF d on d.ID_ = j.PROCESS_DEF_ID_
        where d.KEY_ = 'sla-clock' and j.RETRIES_ > 0 and j.DUEDATE_ <= date_add(now(), interval 30 day)
        """,
        Long.class);
  }

  private static void people(StaffDirectory staff, String team, String... logins) {
    staff.register(new TeamView(team, "The " + team));
    for (String login : logins) {
      staff.register(
          new AgentView(
              login,
              login,
              login + "@desk.example",
              ZoneOffset.UTC,
              Locale.ENGLISH,
              Set.of(Role.AGENT),
              Set.of(team),
              true),
          null);
    }
  }

  /** A hundred of each kind, turn and turn about. */
  private List<String> reportAtBoth(List<UnaryOperator<ReportDraft>> kinds) throws Exception {
    ExecutorService reporters = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<String>> reports = new ArrayList<>();
      for (int i = 0; i < REPORTS; i++) {
        Node node = i % 2 == 0 ? one : other;
        for (UnaryOperator<ReportDraft> kind : kinds) {
          reports.add(() -> kind.apply(node.desk().defaultReport()).report().value());
        }
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
        .atMost(Duration.ofMinutes(2))
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
