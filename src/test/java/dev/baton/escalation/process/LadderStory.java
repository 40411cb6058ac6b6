package dev.baton.escalation.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.HolidayRegion;
import dev.baton.calendar.OpeningHours;
import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import dev.baton.escalation.EscalationView;
import dev.baton.escalation.Escalations;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.incident.TimelineEntry;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.incident.timeline.Timeline;
import dev.baton.sla.agreement.PublishAgreements;
import dev.baton.sla.agreement.PublishedAgreements;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.Absence;
import dev.baton.staff.rota.AppointDeputies;
import dev.baton.staff.rota.Deputy;
import dev.baton.staff.rota.EditShifts;
import dev.baton.staff.rota.PlanAbsences;
import dev.baton.staff.rota.Rota;
import dev.baton.staff.rota.TimeOfDay;
import dev.baton.staff.rota.WeeklyShift;
import dev.baton.support.ReportDraft;
import dev.baton.support.StagedDesk;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;

/**
 * Stories of the ladder. Team <em>operations</em>: Sam is its senior agent, Dee his deputy on that
 * rung, Lea leads it, Olli is an agent. Above them Mona manages and Dora directs; Carla looks after
 * clients. Desk hours are nine to six in Berlin, with the holidays of Bavaria.
 */
abstract class LadderStory {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /** A Tuesday. */
  static final LocalDate TUESDAY = LocalDate.parse("2025-03-11");

  @Autowired StagedDesk stage;
  @Autowired StaffDirectory staff;
  @Autowired EditShifts shifts;
  @Autowired Rota rota;
  @Autowired PlanAbsences absences;
  @Autowired AppointDeputies deputies;
  @Autowired PublishAgreements publish;
  @Autowired PublishedAgreements published;
  @Autowired Escalations escalations;
  @Autowired IncidentActions desk;
  @Autowired IncidentSearch search;
  @Autowired ContactLog contacts;
  @Autowired Timeline timeline;
  @Autowired DueJobs jobs;
  @Autowired EngineClock clock;
  @Autowired ProcessEngine engine;
  @Autowired RuntimeService runtimeService;
  @Autowired TaskService taskService;

  @BeforeEach
  void openTheDesk() {
    init(engine);
    stage.furnish();
    clock.travelTo(at(TUESDAY, "10:00"));
    if (staff.team("operations").isEmpty()) {
      staff.register(new TeamView("operations", "Operations"));
      person("sam", Role.SENIOR_AGENT, "operations");
      person("dee", Role.AGENT, "operations");
      person("olli", Role.AGENT, "operations");
      person("lea", Role.TEAM_LEAD, "operations");
      person("dora", Role.DIRECTOR_OF_OPERATIONS);
      person("carla", Role.CLIENT_RELATIONSHIP_MANAGER);
      deputies.name(
          new Deputy(0, "sam", "dee", Role.SENIOR_AGENT, at(TUESDAY.minusDays(60), "00:00"), null));
    }
    if (published.calendar("desk-hours").isEmpty()) {
      publish.publish(deskHours());
    }
  }

  private static CalendarDefinition deskHours() {
    Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
        .forEach(day -> week.put(day, List.of(OpeningHours.parse("09:00-18:00"))));
    return new CalendarDefinition(
        "desk-hours", BERLIN, week, new HolidayRegion("DE", List.of("BY")), Map.of(), Map.of());
  }

  private void person(String login, Role role, String... teams) {
    staff.register(
        new AgentView(
            login,
            login.substring(0, 1).toUpperCase(Locale.ROOT) + login.substring(1),
            login + "@desk.example",
            BERLIN,
            Locale.ENGLISH,
            Set.of(role),
            Set.of(teams),
            true),
        null);
  }

  @AfterEach
  void leaveNothingBehind() {
    for (String login : List.of("sam", "dee", "lea", "mona", "dora")) {
      rota.absences(login).forEach(absence -> absences.withdraw(login, absence.id()));
      rota.weekly(login).forEach(shift -> shifts.removeWeekly(login, shift.id()));
    }
    List.of("incident-lifecycle", "escalation").forEach(this::end);
    clock.reset();
  }

  private void end(String flow) {
    runtimeService.createProcessInstanceQuery().processDefinitionKey(flow).list().stream()
        .map(ProcessInstance::getId)
        .forEach(id -> runtimeService.deleteProcessInstance(id, "The story is over.", true, true));
  }

  /** A time on the wall in Berlin. */
  static Instant at(LocalDate day, String time) {
    return LocalDateTime.parse(day + "T" + time).atZone(BERLIN).toInstant();
  }

  void travel(Instant to) {
    clock.travelTo(to);
    jobs.runDue();
  }

  void later(Duration time) {
    travel(clock.instant().plus(time).plusMillis(1));
  }

  ReportDraft report() {
    return stage.defaultReport().forTeam("operations");
  }

  IncidentNumber p2() {
    return taken(report().rated(Level.HIGH, Level.MEDIUM).routed());
  }

  IncidentNumber p3() {
    return taken(report().rated(Level.MEDIUM, Level.MEDIUM).routed());
  }

  IncidentNumber p4() {
    return taken(report().rated(Level.LOW, Level.LOW).routed());
  }

  private IncidentNumber taken(IncidentNumber number) {
    as("olli", () -> desk.claim(number));
    return number;
  }

  void askForHelp(IncidentNumber number) {
    as(
        "olli",
        () -> {
          escalations.askForHelp(number, "The supplier is silent.");
          return null;
        });
    jobs.runDue();
  }

  void away(String login) {
    absences.plan(
        new Absence(
            0,
            login,
            clock.instant().minus(Duration.ofDays(1)),
            clock.instant().plus(Duration.ofDays(10)),
            Absence.AbsenceKind.LEAVE,
            null));
  }

  void worksWeekdays(String login, ZoneId zone) {
    shifts.keep(
        new WeeklyShift(
            0,
            login,
            null,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            TimeOfDay.parse("09:00"),
            TimeOfDay.parse("17:00"),
            zone,
            TUESDAY.minusDays(90),
            null,
            1));
  }

  EscalationView climb(IncidentNumber number) {
    List<EscalationView> all = escalations.of(number);
    return all.get(all.size() - 1);
  }

  /** What was done, as "KIND person", in order. */
  List<String> record(IncidentNumber number) {
    return climb(number).entries().stream()
        .map(entry -> entry.person() == null ? entry.kind() : entry.kind() + " " + entry.person())
        .toList();
  }

  String lastText(IncidentNumber number, String kind) {
    return climb(number).entries().stream()
        .filter(entry -> entry.kind().equals(kind))
        .reduce((first, second) -> second)
        .orElseThrow()
        .text();
  }

  Task task(IncidentNumber number) {
    return taskService
        .createTaskQuery()
        .processDefinitionKey("escalation")
        .processInstanceBusinessKey(number.value())
        .singleResult();
  }

  List<String> journal(IncidentNumber number) {
    return timeline.of(number, false, Pageable.ofSize(1_000)).getContent().stream()
        .map(TimelineEntry::kind)
        .toList();
  }

  <T> T as(String login, Supplier<T> act) {
    return stage.as(login, act);
  }

  void acknowledge(String login, IncidentNumber number) {
    as(login, () -> escalations.acknowledge(climb(number).id()));
  }
}
