package dev.baton.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.OpeningHours;
import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import dev.baton.escalation.coverage.Coverage;
import dev.baton.escalation.coverage.CoverageGap;
import dev.baton.escalation.coverage.CoverageScope;
import dev.baton.sla.agreement.PublishAgreements;
import dev.baton.sla.agreement.PublishedAgreements;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.AppointDeputies;
import dev.baton.staff.rota.Deputy;
import dev.baton.staff.rota.EditShifts;
import dev.baton.staff.rota.Rota;
import dev.baton.staff.rota.TimeOfDay;
import dev.baton.staff.rota.WeeklyShift;
import dev.baton.support.FlowStories;
import dev.baton.support.PassesEveryStepOf;
import dev.baton.support.StagedDesk;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stories of gaps in the ladder. Team <em>crew</em>: Cleo is its only senior agent, Carl leads it,
 * Cato could stand in. None of them has a rota at first, so everybody is there at every hour.
 */
@FlowStories
// An application of its own: these people and rotas would answer in the flows of others.
@TestPropertySource(properties = "baton.test.desk=escalation")
class CoverageProcessTest {

  private static final CoverageScope CREW = CoverageScope.of("crew");

  @Autowired StagedDesk stage;
  @Autowired StaffDirectory staff;
  @Autowired EditShifts shifts;
  @Autowired AppointDeputies deputies;
  @Autowired Rota rota;
  @Autowired PublishAgreements publish;
  @Autowired PublishedAgreements published;
  @Autowired Coverage coverage;
  @Autowired DueJobs jobs;
  @Autowired EngineClock clock;
  @Autowired ManagementService managementService;
  @Autowired RuntimeService runtimeService;
  @Autowired HistoryService historyService;
  @Autowired TaskService taskService;
  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void openTheDesk() {
    stage.furnish();
    if (staff.team("crew").isEmpty()) {
      publish.publish(crewHours());
      staff.register(new TeamView("crew", "Crew", "crew-hours"));
      person("cleo", Role.SENIOR_AGENT);
      person("carl", Role.TEAM_LEAD);
      person("cato", Role.AGENT);
    }
  }

  private static CalendarDefinition crewHours() {
    return new CalendarDefinition(
        "crew-hours",
        ZoneOffset.UTC,
        Map.of(DayOfWeek.MONDAY, List.of(OpeningHours.parse("08:00-12:00"))),
        null,
        Map.of(),
        Map.of());
  }

  void person(String login, Role role) {
    staff.register(
        new AgentView(
            login,
            login,
            login + "@desk.example",
            ZoneOffset.UTC,
            Locale.ENGLISH,
            Set.of(role),
            Set.of("crew"),
            true),
        null);
  }

  @AfterEach
  void leaveNothingBehind() {
    transaction.executeWithoutResult(
        begun -> database.update("update coverage_check set checked_at = null"));
    for (String login : List.of("cleo", "carl", "cato")) {
      rota.weekly(login).forEach(shift -> shifts.removeWeekly(login, shift.id()));
      rota.deputies(login).forEach(named -> deputies.withdraw(login, named.id()));
    }
    Stream.of("coverage-gap", "coverage-check")
        .flatMap(
            flow ->
                runtimeService
                    .createProcessInstanceQuery()
                    .processDefinitionKey(flow)
                    .list()
                    .stream())
        .map(ProcessInstance::getId)
        .forEach(id -> runtimeService.deleteProcessInstance(id, "The story is over.", true, true));
    transaction.executeWithoutResult(begun -> database.update("delete from coverage_gap"));
    clock.reset();
  }

  /** Travels to the next morning at which the timer checks everything, and lets it. */
  Instant morning() {
    Instant due =
        managementService
            .createJobQuery()
            .processDefinitionKey("coverage-check")
            .timers()
            .list()
            .stream()
            .filter(job -> job.getProcessInstanceId() == null)
            .findFirst()
            .orElseThrow()
            .getDuedate()
            .toInstant();
    clock.travelTo(due);
    jobs.runDue();
    return due;
  }

  /** From a Saturday or Sunday, fourteen days touch three weekends. */
  Instant morningOfAWeekday() {
    Instant morning = morning();
    return EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
            .contains(morning.atOffset(ZoneOffset.UTC).getDayOfWeek())
        ? morningOfAWeekday()
        : morning;
  }

  void later(Duration time) {
    clock.travelTo(clock.instant().plus(time));
    jobs.runDue();
  }

  WeeklyShift weekdays(String login, String from, String to) {
    return shifts.keep(
        new WeeklyShift(
            0,
            login,
            null,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            TimeOfDay.parse(from),
            TimeOfDay.parse(to),
            ZoneOffset.UTC,
            LocalDate.parse("2026-01-05"),
            null,
            1));
  }

  List<CoverageGap> gaps(Role role) {
    return coverage.of(CREW).gaps().stream().filter(gap -> gap.role() == role).toList();
  }

  Task task() {
    return taskService
        .createTaskQuery()
        .processDefinitionKey("coverage-gap")
        .processInstanceBusinessKey("crew")
        .singleResult();
  }

  /** How the check is started, and what it finds. */
  @Nested
  @PassesEveryStepOf("coverage-check")
  class Checking {

    @Test
    void deputiesWhoMayNoLongerAnswerAreListedUntilTheyAreReplaced() {
      deputies.name(new Deputy(0, "cleo", "cato", null, Instant.EPOCH, null));
      deputies.name(new Deputy(0, "carl", "cato", null, Instant.EPOCH, null));
      person("cato", Role.TRAINER);
      try {
        morning();

        assertThat(coverage.of(CREW).gaps())
            .filteredOn(gap -> gap.kind() == CoverageGap.CoverageGapKind.INELIGIBLE_DEPUTY)
            .allSatisfy(
                gap -> {
                  assertThat(gap.from()).isNull();
                  assertThat(gap.asksForMending()).isTrue();
                })
            .extracting(CoverageGap::words)
            .containsExactly(
                "cato is the deputy of carl but may not answer escalations.",
                "cato is the deputy of cleo but may not answer escalations.");
        assertThat(task()).isNotNull();

        rota.deputies("carl").forEach(named -> deputies.withdraw("carl", named.id()));
        later(Duration.ofMinutes(1));
        assertThat(coverage.of(CREW).gaps())
            .extracting(CoverageGap::words)
            .contains("cato is the deputy of cleo but may not answer escalations.")
            .doesNotContain("cato is the deputy of carl but may not answer escalations.");
      } finally {
        person("cato", Role.AGENT);
      }
    }

    @Test
    void whereEverybodyIsThereNothingIsFound() {
      morning();

      assertThat(coverage.of(CREW).gaps())
          .filteredOn(gap -> gap.kind() != CoverageGap.CoverageGapKind.UNKNOWN_CALENDAR)
          .isEmpty();
      assertThat(task()).isNull();
    }

    @Test
    void nightsAndWeekendsWithoutASeniorAgentAreFoundToTheMinute() {
      weekdays("cleo", "00:00", "23:00");

      Instant now = morningOfAWeekday();

      List<CoverageGap> around =
          gaps(Role.SENIOR_AGENT).stream().filter(gap -> gap.calendar() == null).toList();
      assertThat(around).hasSize(10); // eight nights of one hour, and two weekends
      assertThat(around.stream().map(gap -> Duration.between(gap.from(), gap.to())))
          .containsOnly(Duration.ofHours(1), Duration.ofHours(49));
      assertThat(around).allSatisfy(gap -> assertThat(gap.from()).isAfterOrEqualTo(now));
      assertThat(around.get(0).words()).isEqualTo("No senior agent of team crew on duty.");
      assertThat(coverage.of(CREW).uncovered()).isEqualTo(Duration.ofHours(8 + 2 * 49));
    }

    @Test
    void aRungWithHoursIsWantedInThemAlone() {
      weekdays("cleo", "00:00", "10:00");
      weekdays("carl", "00:00", "10:00");
      weekdays("cato", "00:00", "10:00");

      morning();

      assertThat(gaps(null))
          .as("the team's own hours end at twelve on Mondays")
          .hasSize(2)
          .allSatisfy(
              gap -> {
                assertThat(gap.calendar()).isEqualTo("crew-hours");
                assertThat(gap.from().atOffset(ZoneOffset.UTC).getDayOfWeek())
                    .isEqualTo(DayOfWeek.MONDAY);
                assertThat(gap.from().atOffset(ZoneOffset.UTC).getHour()).isEqualTo(10);
                assertThat(gap.to().atOffset(ZoneOffset.UTC).getHour()).isEqualTo(12);
              });
    }

    @Test
    void thatATeamHasNobodyOnARungIsSaidOnceAndAsksNobody() {
      morning();

      assertThat(coverage.of(CoverageScope.of("network")).gaps())
          .filteredOn(gap -> gap.role() == Role.TEAM_LEAD)
          .singleElement()
          .satisfies(
              gap -> {
                assertThat(gap.kind()).isEqualTo(CoverageGap.CoverageGapKind.NOBODY);
                assertThat(gap.words()).isEqualTo("No active agent is team lead of team network.");
                assertThat(gap.from()).isNull();
              });
      assertThat(
              taskService
                  .createTaskQuery()
                  .processDefinitionKey("coverage-gap")
                  .processInstanceBusinessKey("network")
                  .count())
          .isZero();
    }

    @Test
    void aChangeOfTheRotaIsCheckedAMinuteLaterAndOnce() {
      morning();
      weekdays("cleo", "09:00", "17:00");
      weekdays("carl", "09:00", "17:00");
      assertThat(gaps(Role.SENIOR_AGENT)).isEmpty();
      assertThat(waitingChecks()).as("one for the crew, one for the desk").isEqualTo(2);

      later(Duration.ofSeconds(59));
      assertThat(gaps(Role.SENIOR_AGENT)).isEmpty();
      later(Duration.ofSeconds(1));

      assertThat(gaps(Role.SENIOR_AGENT)).isNotEmpty();
      assertThat(gaps(Role.TEAM_LEAD)).isNotEmpty();
      assertThat(task()).isNotNull();
      assertThat(waitingChecks()).isZero();
    }

    private long waitingChecks() {
      return runtimeService
          .createProcessInstanceQuery()
          .processDefinitionKey("coverage-check")
          .count();
    }
  }

  /** Who is asked to close a gap, and when it is over. */
  @Nested
  @PassesEveryStepOf("coverage-gap")
  class Closing {

    @Test
    void theLeadIsAskedOnceAndToldWhen() {
      weekdays("cleo", "00:00", "23:00");
      Instant first = morning();

      Task task = task();
      assertThat(task.getName()).isEqualTo("Close the gap");
      assertThat(task.getAssignee()).isEqualTo("carl");
      assertThat(taskService.getIdentityLinksForTask(task.getId()))
          .extracting(IdentityLink::getGroupId)
          .contains("team-lead");
      assertThat(task.getDescription())
          .contains("UTC: No senior agent of team crew on duty.")
          .contains("and ");
      assertThat(task.getDueDate().toInstant()).isAfterOrEqualTo(first);

      morning();

      assertThat(task().getId()).isEqualTo(task.getId());
    }

    @Test
    void theTaskGoesWhenTheRotaIsMended() {
      WeeklyShift shift = weekdays("cleo", "00:00", "23:00");
      morning();
      String instance = task().getProcessInstanceId();

      shifts.removeWeekly("cleo", shift.id());
      later(Duration.ofMinutes(1));

      assertThat(task()).isNull();
      assertThat(lastStepOf(instance)).isEqualTo("gapVanished");
      assertThat(gaps(Role.SENIOR_AGENT)).isEmpty();
      assertThat(
              database.queryForObject(
                  "select count(*) from coverage_gap where team = 'crew' and closed_at is not null",
                  Integer.class))
          .isPositive();
    }

    @Test
    void completingTheTaskChecksAtOnce() {
      weekdays("cleo", "00:00", "23:00");
      morning();
      Task task = task();

      stage.inTasklist("carl", () -> taskService.complete(task.getId()));
      assertThat(task().getId()).as("it comes back").isNotEqualTo(task.getId());

      deputies.name(
          new Deputy(
              0, "cleo", "cato", Role.SENIOR_AGENT, Instant.parse("2026-01-01T00:00:00Z"), null));
      String again = task().getId();
      stage.inTasklist("carl", () -> taskService.complete(again));

      assertThat(task()).isNull();
      assertThat(lastStepOf(task.getProcessInstanceId())).isEqualTo("gapClosed");
      later(Duration.ofMinutes(1));
      assertThat(task()).isNull();
    }

    @Test
    void aTaskWhoseFlowIsCancelledIsRaisedAgain() {
      weekdays("cleo", "00:00", "23:00");
      morning();

      runtimeService.deleteProcessInstance(task().getProcessInstanceId(), "By mistake.");
      assertThat(task()).isNull();
      morning();

      assertThat(task()).isNotNull();
    }

    private String lastStepOf(String instance) {
      return historyService
          .createHistoricActivityInstanceQuery()
          .processInstanceId(instance)
          .activityType("noneEndEvent")
          .singleResult()
          .getActivityId();
    }
  }
}
