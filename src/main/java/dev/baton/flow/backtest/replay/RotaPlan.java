package dev.baton.flow.backtest.replay;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.staff.Role;
import dev.baton.staff.rota.Absence;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Who is on duty at the replayed desk, and how those answer who are told.
 *
 * @param zone of all shifts and absences
 * @param everyTeam people of each team, with {@code {team}} for its code
 */
public record RotaPlan(
    ZoneId zone,
    List<CalendarDefinition> calendars,
    List<Member> people,
    List<Member> everyTeam,
    List<StandIn> postDeputies,
    ResponderBehaviour answers) {

  static final String TEAM = "{team}";

  /** A person with all that the rota says of them. */
  record Member(
      String name,
      String login,
      Role role,
      List<String> teams,
      List<ShiftLine> shifts,
      List<Away> absences,
      List<String> deputies) {

    /** The one of this team, of those that every team has. */
    Member of(String team) {
      return new Member(
          name.replace(TEAM, team),
          login.replace(TEAM, team),
          role,
          List.of(team),
          shifts,
          absences,
          deputies.stream().map(deputy -> deputy.replace(TEAM, team)).toList());
    }
  }

  /** Away from the beginning of a day to the beginning of another. */
  record Away(LocalDate from, LocalDate until, Absence.AbsenceKind kind) {}

  /** Who answers for a role; team null: in any. */
  record StandIn(Role role, String team, String deputy) {}
}
