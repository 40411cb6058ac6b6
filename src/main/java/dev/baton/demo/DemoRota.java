package dev.baton.demo;

import static dev.baton.demo.DemoPeople.APPLICATIONS_SPECIALIST;
import static dev.baton.demo.DemoPeople.NETWORK_SPECIALIST;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.Absence;
import dev.baton.staff.rota.AppointDeputies;
import dev.baton.staff.rota.Deputy;
import dev.baton.staff.rota.EditShifts;
import dev.baton.staff.rota.PlanAbsences;
import dev.baton.staff.rota.Post;
import dev.baton.staff.rota.PostDeputy;
import dev.baton.staff.rota.TimeOfDay;
import dev.baton.staff.rota.WeeklyShift;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of the made-up staff works when: office hours in three zones, an early and a late shift that
 * turn, somebody on leave, and deputies, so that every rung of the ladder has somebody at any hour.
 * Who has no shifts here is always there.
 */
@Component
class DemoRota {

  private static final Set<DayOfWeek> WORKDAYS =
      Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);
  private static final int WEEKS_BEFORE = 4;
  private static final String CLIENT_MANAGER = Role.CLIENT_RELATIONSHIP_MANAGER.group();
  private static final String DESK_MANAGER = Role.SERVICE_DESK_MANAGER.group();
  private static final String DIRECTOR = Role.DIRECTOR_OF_OPERATIONS.group();

  private static final Map<String, String> HOURS =
      Map.of(
          "service-desk", "follow-the-sun",
          "network", "around-the-clock",
          "applications", "munich-office");

  private final StaffDirectory staff;
  private final EditShifts shifts;
  private final PlanAbsences absences;
  private final AppointDeputies deputies;
  private final Clock clock;

  DemoRota(
      StaffDirectory staff,
      EditShifts shifts,
      PlanAbsences absences,
      AppointDeputies deputies,
      Clock clock) {
    this.staff = staff;
    this.shifts = shifts;
    this.absences = absences;
    this.deputies = deputies;
    this.clock = clock;
  }

  @Transactional
  void keep() {
    HOURS.forEach(
        (code, hours) ->
            staff
                .team(code)
                .ifPresent(team -> staff.register(new TeamView(code, team.name(), hours))));
    shifts();
    leave();
    deputies();
  }

  private void shifts() {
    weekly(Role.AGENT.group(), DemoPeople.MUNICH, WORKDAYS, "08:00", "16:30", 0, 1);
    weekly(Role.SENIOR_AGENT.group(), DemoPeople.LONDON, WORKDAYS, "09:00", "17:30", 0, 1);
    weekly(Role.SENIOR_AGENT.group(), DemoPeople.LONDON, Set.of(SATURDAY), "10:00", "14:00", 0, 2);
    weekly(Role.TEAM_LEAD.group(), DemoPeople.MUNICH, WORKDAYS, "08:00", "18:00", 0, 1);
    weekly(DESK_MANAGER, DemoPeople.MUNICH, WORKDAYS, "08:30", "17:30", 0, 1);
    weekly(NETWORK_SPECIALIST, DemoPeople.SINGAPORE, WORKDAYS, "08:00", "17:00", 0, 1);
    weekly(APPLICATIONS_SPECIALIST, DemoPeople.MUNICH, WORKDAYS, "06:00", "14:00", 0, 2);
    weekly(APPLICATIONS_SPECIALIST, DemoPeople.MUNICH, WORKDAYS, "14:00", "22:00", 1, 2);
  }

  private void weekly(
      String login,
      ZoneId zone,
      Set<DayOfWeek> days,
      String start,
      String end,
      int weeksLater,
      int everyWeeks) {
    LocalDate monday =
        today(zone).with(TemporalAdjusters.previousOrSame(MONDAY)).minusWeeks(WEEKS_BEFORE);
    shifts.keep(
        new WeeklyShift(
            0,
            login,
            null,
            days,
            TimeOfDay.parse(start),
            TimeOfDay.parse(end),
            zone,
            monday.plusWeeks(weeksLater),
            null,
            everyWeeks));
  }

  /** The clients' manager is on leave; the desk's stands in, and the director for both. */
  private void leave() {
    Instant begin = midnight(-2);
    absences.plan(
        new Absence(
            0,
            CLIENT_MANAGER,
            begin,
            midnight(5),
            Absence.AbsenceKind.LEAVE,
            "Reachable for no one"));
    deputies.name(
        new Deputy(
            0, CLIENT_MANAGER, DESK_MANAGER, Role.CLIENT_RELATIONSHIP_MANAGER, begin, midnight(5)));
    deputies.name(new Deputy(0, DESK_MANAGER, DIRECTOR, null, since(), null));
  }

  private void deputies() {
    post(Role.AGENT, NETWORK_SPECIALIST);
    post(Role.AGENT, DIRECTOR);
    post(Role.SENIOR_AGENT, NETWORK_SPECIALIST);
    post(Role.SENIOR_AGENT, APPLICATIONS_SPECIALIST);
    post(Role.SENIOR_AGENT, DIRECTOR);
    post(Role.TEAM_LEAD, DESK_MANAGER);
  }

  private void post(Role role, String deputy) {
    deputies.name(new PostDeputy(0, new Post(null, role), deputy, since(), null));
  }

  private Instant since() {
    return midnight(-7 * WEEKS_BEFORE);
  }

  private Instant midnight(int daysLater) {
    return today(DemoPeople.SINGAPORE)
        .plusDays(daysLater)
        .atStartOfDay(DemoPeople.SINGAPORE)
        .toInstant();
  }

  private LocalDate today(ZoneId zone) {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
