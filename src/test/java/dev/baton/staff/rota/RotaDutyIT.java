package dev.baton.staff.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.RotaChanged;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.StaffRevision;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.Presence.Reason;
import dev.baton.support.BatonTest;
import dev.baton.web.validation.InvalidInput;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@BatonTest
@RecordApplicationEvents
class RotaDutyIT {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final Instant ONE = NOON.plusSeconds(3_600);
  private static final Set<DayOfWeek> ALL_DAYS = Set.of(DayOfWeek.values());

  @Autowired StaffDirectory directory;
  @Autowired EditShifts shifts;
  @Autowired ChangeShifts changes;
  @Autowired ShiftChanges made;
  @Autowired PlanAbsences absences;
  @Autowired AppointDeputies deputies;
  @Autowired Rota rota;
  @Autowired Duty duty;
  @Autowired DataSource source;
  @Autowired JdbcClient database;
  @Autowired ApplicationEventPublisher publisher;
  @Autowired PlatformTransactionManager transactions;
  @Autowired ApplicationEvents events;

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String team = "net-" + mark;
  private final String ada = "ada-" + mark;
  private final String ben = "ben-" + mark;
  private final String cem = "cem-" + mark;
  private final Post post = new Post(team, Role.SENIOR_AGENT);
  private TransactionTemplate transaction;
  private Duty otherNode;

  @BeforeEach
  void register() {
    transaction = new TransactionTemplate(transactions);
    otherNode =
        new RotaDuty(
            new RosterCache(
                new StaffRevision(database, publisher), new RosterLoader(source), transactions));
    directory.register(new TeamView(team, "Netz " + mark));
    List.of(ada, ben, cem).forEach(this::agent);
  }

  @Test
  void everyNodeSeesAChangeWithItsCommit() {
    assertThat(otherNode.presence(ada, NOON).reason()).isEqualTo(Reason.NO_ROTA);

    WeeklyShift kept = shifts.keep(weekly(ada, "13:00", "17:00"));
    assertThat(otherNode.presence(ada, NOON).because()).isEqualTo("off shift, next at 13:00");
    assertThat(duty.presence(ada, ONE).reason()).isEqualTo(Reason.ON_SHIFT);
    assertThat(rota.weekly(ada)).containsExactly(kept);

    Absence absence =
        absences.plan(new Absence(0, ada, NOON, null, Absence.AbsenceKind.SICK, null));
    assertThat(otherNode.presence(ada, ONE).because()).isEqualTo("off sick, return date unknown");

    absences.backAt(ada, absence.id(), ONE);
    assertThat(otherNode.presence(ada, ONE).onDuty()).isTrue();
    assertThat(shifts.removeWeekly(ada, kept.id())).isTrue();
    assertThat(otherNode.presence(ada, ONE).reason()).isEqualTo(Reason.NO_ROTA);
  }

  @Test
  void aTransactionSeesWhatItWroteAndNobodyElseDoesUntilItCommits() {
    assertThat(duty.presence(ada, NOON).onDuty()).isTrue();

    transaction.executeWithoutResult(
        status -> {
          absences.plan(new Absence(0, ada, NOON, ONE, Absence.AbsenceKind.LEAVE, null));
          assertThat(duty.presence(ada, NOON).onDuty()).isFalse();
          assertThat(elsewhere(() -> duty.presence(ada, NOON)).onDuty()).isTrue();
          shifts.keep(weekly(ada, "13:00", "17:00"));
          assertThat(duty.presence(ada, NOON).onDuty()).isFalse();
          status.setRollbackOnly();
        });
    assertThat(duty.presence(ada, NOON).reason()).isEqualTo(Reason.NO_ROTA);

    // The same revision again, with something else in it.
    absences.plan(new Absence(0, ben, NOON, ONE, Absence.AbsenceKind.LEAVE, null));
    assertThat(duty.presence(ben, NOON).onDuty()).isFalse();
    assertThat(duty.presence(ada, NOON).onDuty()).isTrue();
    assertThat(otherNode.presence(ben, NOON).onDuty()).isFalse();
  }

  @Test
  void anOldSnapshotPutsNothingOldIntoTheRoster() {
    TransactionTemplate repeatable = new TransactionTemplate(transactions);
    repeatable.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    assertThat(otherNode.presence(ada, NOON).onDuty()).isTrue();

    repeatable.executeWithoutResult(
        status -> {
          assertThat(database.sql("select count(*) from agent").query(Integer.class).single())
              .isPositive();
          elsewhere(
              () -> absences.plan(new Absence(0, ada, NOON, ONE, Absence.AbsenceKind.LEAVE, null)));
          otherNode.presence(ada, NOON);
          elsewhere(() -> otherNode.presence(ada, NOON));
          assertThat(otherNode.presence(ada, NOON).onDuty()).isFalse();
        });

    assertThat(otherNode.presence(ada, NOON).onDuty()).isFalse();
  }

  @Test
  void registeringSomebodyElsewhereIsSeenAtOnce() {
    assertThat(otherNode.presences(post, NOON)).hasSize(3);

    directory.register(
        new AgentView(
            ada,
            "Ada",
            null,
            ZoneId.of("UTC"),
            Locale.ENGLISH,
            Set.of(Role.TEAM_LEAD),
            Set.of(team),
            true,
            Set.of("cisco", "c++"),
            Set.of(Locale.GERMAN)),
        null);

    assertThat(otherNode.presences(post, NOON))
        .extracting(Presence::login)
        .containsExactly(ben, cem);
    AgentView stored = directory.agent(ada).orElseThrow();
    assertThat(stored.skills()).containsOnly("cisco", "c++");
    assertThat(stored.languages()).containsOnly(Locale.GERMAN);
  }

  @Test
  void aSwapIsBothShiftsOrNone() {
    shifts.keep(weekly(ada, "09:00", "17:00"));
    shifts.keep(weekly(ben, "18:00", "20:00"));

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> changes.swap(ben, ada, team, new ShiftTime(NOON, ONE), null))
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("fromLogin"))
        .withMessageContaining("has no shift at that time");
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> changes.swap(ada, cem, team, new ShiftTime(NOON, ONE), null))
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("toLogin"));

    changes.swap(ada, ben, team, new ShiftTime(NOON, ONE), null);

    assertThat(duty.presence(ada, NOON).onDuty()).isFalse();
    assertThat(duty.presence(ben, NOON).reason()).isEqualTo(Reason.EXTRA_SHIFT);
    assertThat(rota.ofTeam(team, NOON, NOON.plus(Duration.ofHours(7))))
        .extracting(span -> span.login() + " " + span.kind() + " " + span.from())
        .containsExactly(
            ada + " OFF 2026-05-04T12:00:00Z",
            ben + " EXTRA 2026-05-04T12:00:00Z",
            ada + " SHIFT 2026-05-04T13:00:00Z",
            ben + " SHIFT 2026-05-04T18:00:00Z");
  }

  @Test
  void twoSwapShiftsOfTheSameDayAndTakeThatBack() {
    shifts.keep(weekly(ada, "08:00", "13:00"));
    shifts.keep(weekly(ben, "12:00", "17:00"));
    ShiftTime early = onMonday(8, 13);
    ShiftTime late = onMonday(12, 17);

    ShiftChange swap = changes.swap(ada, ben, team, early, late);

    assertThat(works(ada)).containsExactly("12:00-17:00");
    assertThat(works(ben)).containsExactly("08:00-13:00");
    assertThat(swap.otherHalf(swap.shifts().get(0)).orElseThrow().login()).isEqualTo(ada);
    assertThat(made.of(List.of(ben), early.from(), late.to())).containsExactly(swap);
    assertThat(made.of(List.of(cem), early.from(), late.to())).isEmpty();

    assertThat(changes.takeBack(swap.id())).isTrue();
    assertThat(works(ada)).containsExactly("08:00-13:00");
    assertThat(works(ben)).containsExactly("12:00-17:00");
    assertThat(changes.takeBack(swap.id())).isFalse();
    assertThat(made.of(List.of(ben), early.from(), late.to())).isEmpty();
  }

  @Test
  void aShiftIsMovedUnlessThePersonIsAwayOrOnShiftThen() {
    shifts.keep(weekly(ada, "08:00", "10:00"));
    absences.plan(
        new Absence(
            0,
            ada,
            onMonday(20, 21).from(),
            onMonday(20, 21).to(),
            Absence.AbsenceKind.SICK,
            null));

    assertRefused("login", onMonday(9, 11), onMonday(12, 13));
    assertRefused("newFrom", onMonday(8, 10), onMonday(19, 21));
    assertRefused("newFrom", onMonday(8, 10), onMonday(8, 10));
    assertRefused("newTo", onMonday(8, 10), onMonday(13, 12));
    assertThat(works(ada)).as("nothing was kept").containsExactly("08:00-10:00");

    ShiftChange moved = changes.move(ada, team, onMonday(8, 10), onMonday(9, 11));

    assertThat(works(ada)).as("also to a time that overlaps").containsExactly("09:00-11:00");
    assertThat(moved.otherHalf(moved.shifts().get(1)).orElseThrow().from())
        .isEqualTo(onMonday(8, 10).from());
  }

  @Test
  void aChangeThatAnotherIsBuiltUponIsNotTakenBack() {
    shifts.keep(weekly(ada, "08:00", "10:00"));
    shifts.keep(weekly(ben, "18:00", "20:00"));
    shifts.keep(weekly(cem, "18:00", "20:00"));
    ShiftChange first = changes.swap(ada, ben, team, onMonday(8, 10), null);
    ShiftChange second = changes.swap(ben, cem, team, onMonday(8, 9), null);

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> changes.takeBack(first.id()))
        .withMessageContaining("take that one back first");

    assertThat(changes.takeBack(second.id())).isTrue();
    assertThat(changes.takeBack(first.id())).isTrue();
    assertThat(works(ada)).containsExactly("08:00-10:00");
    assertThat(works(cem)).containsExactly("18:00-20:00");
  }

  private void assertRefused(String field, ShiftTime shift, ShiftTime instead) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> changes.move(ada, team, shift, instead))
        .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
  }

  private static ShiftTime onMonday(int from, int to) {
    Instant midnight = NOON.minus(Duration.ofHours(12));
    return new ShiftTime(
        midnight.plus(Duration.ofHours(from)), midnight.plus(Duration.ofHours(to)));
  }

  private List<String> works(String login) {
    ShiftTime day = onMonday(0, 24);
    return rota.ofPeople(team, List.of(login), day.from(), day.to()).stream()
        .filter(period -> period.kind().isWork())
        .map(
            period ->
                period.from().toString().substring(11, 16)
                    + "-"
                    + period.to().toString().substring(11, 16))
        .toList();
  }

  @Test
  void absencesOfOnePersonDoNotOverlap() {
    Absence first =
        absences.plan(new Absence(0, ada, NOON, ONE, Absence.AbsenceKind.LEAVE, "Beach"));

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () ->
                absences.plan(
                    new Absence(0, ada, ONE.minusSeconds(1), null, Absence.AbsenceKind.SICK, null)))
        .withMessageContaining("overlaps the absence " + first.id());
    absences.plan(new Absence(0, ada, ONE, null, Absence.AbsenceKind.SICK, null));

    assertThat(rota.absences(ada)).hasSize(2).contains(first);
    assertThat(absences.withdraw(ada, first.id())).isTrue();
    assertThat(absences.withdraw(ada, first.id())).isFalse();
    assertThat(events.stream(AbsencePlanned.class).filter(it -> it.login().equals(ada)))
        .hasSize(2)
        .contains(new AbsencePlanned(first.id(), ada, NOON, ONE));
    assertThat(events.stream(AbsenceWithdrawn.class))
        .contains(new AbsenceWithdrawn(first.id(), ada));
    assertThat(events.stream(RotaChanged.class)).contains(new RotaChanged(Set.of(ada)));
  }

  @Test
  void deputiesStandInAndMayNotCloseACircle() {
    List.of(ada, cem)
        .forEach(
            login ->
                absences.plan(new Absence(0, login, NOON, ONE, Absence.AbsenceKind.LEAVE, null)));
    Deputy named = deputies.name(new Deputy(0, ada, "lea-" + mark(), null, Instant.EPOCH, null));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () -> deputies.name(new Deputy(0, named.deputy(), ada, null, Instant.EPOCH, null)))
        .withMessageContaining("circle");

    Responder responder = otherNode.responder(post, NOON, List.of(ben), login -> 0);
    assertThat(responder.login()).isEqualTo(named.deputy());
    assertThat(responder.standsInFor()).isEqualTo(ada);

    deputies.withdraw(ada, named.id());
    PostDeputy ofThePost =
        deputies.name(new PostDeputy(0, post, named.deputy(), Instant.EPOCH, null));
    assertThat(otherNode.responder(post, NOON, List.of(ben), login -> 0).standsInFor()).isNull();
    assertThat(rota.postDeputies()).contains(ofThePost);

    deputies.withdrawFromPost(ofThePost.id());
    assertThat(otherNode.responder(post, NOON, List.of(ben), login -> 0).isThere()).isFalse();
  }

  private String mark() {
    agent("lea-" + mark, Set.of());
    return mark;
  }

  @Test
  void whatCameFromASourceIsReplaced() {
    OneOffShift first =
        new OneOffShift(0, ada, null, NOON, ONE, OneOffShift.OneOffShiftKind.EXTRA, "planner");
    shifts.replace("planner", Set.of(ada), List.of(first));
    shifts.replace(
        "planner",
        Set.of(ada),
        List.of(
            new OneOffShift(
                0,
                ada,
                team,
                ONE,
                ONE.plusSeconds(60),
                OneOffShift.OneOffShiftKind.EXTRA,
                "planner")));

    assertThat(rota.oneOffs(ada, NOON, ONE.plusSeconds(60)))
        .singleElement()
        .satisfies(kept -> assertThat(kept.from()).isEqualTo(ONE));
  }

  private void agent(String login) {
    agent(login, Set.of(team));
  }

  private void agent(String login, Set<String> teams) {
    directory.register(
        new AgentView(
            login,
            login.substring(0, 3),
            null,
            ZoneId.of("UTC"),
            Locale.ENGLISH,
            Set.of(Role.SENIOR_AGENT),
            teams,
            true),
        null);
  }

  private static WeeklyShift weekly(String login, String start, String end) {
    return new WeeklyShift(
        0,
        login,
        null,
        ALL_DAYS,
        TimeOfDay.parse(start),
        TimeOfDay.parse(end),
        null,
        LocalDate.parse("2026-01-01"),
        null,
        1);
  }

  private static <T> T elsewhere(Supplier<T> ask) {
    return CompletableFuture.supplyAsync(ask).join();
  }
}
