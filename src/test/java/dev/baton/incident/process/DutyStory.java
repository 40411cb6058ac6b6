package dev.baton.incident.process;

import dev.baton.incident.IncidentNumber;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.Absence;
import dev.baton.staff.rota.AppointDeputies;
import dev.baton.staff.rota.Deputy;
import dev.baton.staff.rota.EditShifts;
import dev.baton.staff.rota.PlanAbsences;
import dev.baton.staff.rota.TimeOfDay;
import dev.baton.staff.rota.WeeklyShift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A story in which it matters who is on duty; its people are gone when it is told. */
abstract class DutyStory extends IncidentStory {

  private static final AtomicInteger STORIES = new AtomicInteger();

  @Autowired StaffDirectory staff;
  @Autowired EditShifts shifts;
  @Autowired PlanAbsences absences;
  @Autowired AppointDeputies deputies;

  private final int story = STORIES.incrementAndGet();
  private final List<AgentView> people = new ArrayList<>();

  @AfterEach
  void sendThePeopleHome() {
    people.forEach(person -> staff.register(inactive(person), null));
  }

  /** Somebody new of the team, on duty around the clock; returns the sign-in name. */
  String agent(String name, String team, String... skills) {
    return person(name, Role.AGENT, team, Locale.ENGLISH, skills);
  }

  String person(String name, Role role, String team, Locale language, String... skills) {
    if (staff.team(team).isEmpty()) {
      staff.register(new TeamView(team, "The " + team));
    }
    String login = name.toLowerCase(Locale.ROOT) + "-" + story;
    AgentView person =
        new AgentView(
            login,
            name,
            login + "@desk.example",
            ZoneOffset.UTC,
            language,
            Set.of(role),
            Set.of(team),
            true,
            Set.of(skills),
            Set.of());
    people.add(staff.register(person, null));
    return login;
  }

  private static AgentView inactive(AgentView person) {
    return new AgentView(
        person.login(),
        person.name(),
        person.email(),
        person.zone(),
        person.language(),
        person.roles(),
        person.teams(),
        false);
  }

  /** Works on Mondays only, between these hours. */
  void onMondays(String login, String start, String end) {
    shifts.keep(
        new WeeklyShift(
            0,
            login,
            null,
            Set.of(DayOfWeek.MONDAY),
            TimeOfDay.parse(start),
            TimeOfDay.parse(end),
            ZoneOffset.UTC,
            LocalDate.parse("2026-01-01"),
            null,
            1));
  }

  Absence away(String login, Instant from, Instant until) {
    return absences.plan(new Absence(0, login, from, until, Absence.AbsenceKind.LEAVE, null));
  }

  void standsIn(String deputy, String login) {
    deputies.name(new Deputy(0, login, deputy, null, MONDAY_MORNING.minusSeconds(86_400), null));
  }

  String assigneeOf(IncidentNumber number) {
    return incident(number).assignee();
  }

  IncidentNumber reported(String team) {
    return stage.defaultReport().forTeam(team).routed();
  }
}
