package dev.baton.staff.rota;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.rota.Presence.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Somebody of the staff with rota, absences and deputies, as one reading found them. Immutable. */
final class RosterPerson {

  private static final long FAR = Duration.ofDays(14).toMillis();
  private static final int MOST_STEPS = 200;

  private final Facts facts;
  private final boolean hasRota;
  private final TeamShifts general;
  private final Map<String, TeamShifts> byTeam;
  private final List<TeamShifts> ofAnyTeam;
  private final List<Absence> absences;

  /** What is stored of a person. */
  record Facts(
      String login,
      String name,
      ZoneId zone,
      boolean active,
      Set<Role> roles,
      Set<String> teams,
      List<WeeklyShift> weekly,
      List<OneOffShifts.Entry> oneOffs,
      List<Absence> absences,
      List<Deputy> deputies) {

    /** Somebody without rota, absences and deputies. */
    static Facts of(AgentView agent) {
      return new Facts(
          agent.login(),
          agent.name(),
          agent.zone(),
          agent.active(),
          agent.roles(),
          agent.teams(),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
  }

  RosterPerson(Facts given) {
    List<WeeklyPattern> patterns = given.weekly().stream().map(WeeklyPattern::new).toList();
    this.hasRota =
        !patterns.isEmpty() || given.oneOffs().stream().anyMatch(OneOffShifts.Entry::extra);
    this.general = shifts(null, patterns, given.oneOffs());
    this.byTeam = new HashMap<>();
    Stream.concat(
            patterns.stream().map(WeeklyPattern::team),
            given.oneOffs().stream().map(OneOffShifts.Entry::team))
        .filter(Objects::nonNull)
        .collect(toUnmodifiableSet())
        .forEach(team -> byTeam.put(team, shifts(team, patterns, given.oneOffs())));
    List<TeamShifts> ofTeams =
        given.teams().stream().map(team -> byTeam.getOrDefault(team, general)).distinct().toList();
    this.ofAnyTeam = ofTeams.isEmpty() ? List.of(general) : ofTeams;
    this.absences = given.absences().stream().sorted(Comparator.comparing(Absence::from)).toList();
    this.facts =
        new Facts(
            given.login(),
            given.name(),
            given.zone(),
            given.active(),
            given.roles(),
            given.teams(),
            List.of(),
            List.of(),
            List.of(),
            given.deputies());
  }

  private static TeamShifts shifts(
      String team, List<WeeklyPattern> patterns, List<OneOffShifts.Entry> entries) {
    return new TeamShifts(
        patterns.stream().filter(each -> counts(each.team(), team)).toList(),
        new OneOffShifts(entries.stream().filter(each -> counts(each.team(), team)).toList()));
  }

  private static boolean counts(String restricted, String team) {
    return restricted == null || restricted.equals(team);
  }

  String login() {
    return facts.login();
  }

  String name() {
    return facts.name();
  }

  ZoneId zone() {
    return facts.zone();
  }

  boolean active() {
    return facts.active();
  }

  boolean answersEscalations() {
    return roles().stream().anyMatch(Role::answersEscalations);
  }

  Set<Role> roles() {
    return facts.roles();
  }

  Set<String> teams() {
    return facts.teams();
  }

  List<Deputy> deputies() {
    return facts.deputies();
  }

  /** Teams for which other shifts count than in general. */
  Set<String> teamsOfTheirOwn() {
    return byTeam.keySet();
  }

  /**
   * How they stand at this millisecond.
   *
   * @param team whose shifts count; null: those of any team
   */
  DutyStatus at(String team, long at) {
    if (!facts.active()) {
      return DutyStatus.of(Reason.INACTIVE, WeeklyPattern.OPEN);
    }
    long nextAbsence = WeeklyPattern.OPEN;
    for (Absence absence : absences) {
      long until = absence.until() == null ? WeeklyPattern.OPEN : absence.until().toEpochMilli();
      long from = absence.from().toEpochMilli();
      if (from <= at && at < until) {
        return DutyStatus.absent(absence, until);
      }
      if (from > at) {
        nextAbsence = Math.min(nextAbsence, from);
      }
    }
    return shift(team, at).noLongerThan(nextAbsence);
  }

  /** As {@link #at}, without asking how long it lasts. */
  boolean isOnDuty(String team, long at) {
    if (!facts.active()) {
      return false;
    }
    for (Absence absence : absences) {
      if (Roster.isValid(absence.from(), absence.until(), at)) {
        return false;
      }
    }
    if (team != null) {
      return byTeam.getOrDefault(team, general).isOnDuty(at, hasRota);
    }
    for (TeamShifts shifts : ofAnyTeam) {
      if (shifts.isOnDuty(at, hasRota)) {
        return true;
      }
    }
    return false;
  }

  /** As {@link #at}, as if nobody were ever away. */
  DutyStatus shift(String team, long at) {
    if (team != null) {
      return byTeam.getOrDefault(team, general).at(at, hasRota);
    }
    DutyStatus standing = ofAnyTeam.get(0).at(at, hasRota);
    for (int i = 1; i < ofAnyTeam.size(); i++) {
      standing = standing.or(ofAnyTeam.get(i).at(at, hasRota));
    }
    return standing;
  }

  /** Whether they are on duty, and why. */
  Presence presence(String team, Instant at) {
    DutyStatus now = at(team, at.toEpochMilli());
    long until = changesAt(team, at.toEpochMilli(), now);
    Instant change = until == WeeklyPattern.OPEN ? null : Instant.ofEpochMilli(until);
    return new Presence(
        login(),
        name(),
        now.onDuty(),
        now.reason(),
        now.reason() == Reason.ABSENT ? now.absence().kind() : null,
        change,
        DutyDescription.because(now, at, change, zone()));
  }

  /** The end of duty or of absence, or the next duty; what is far away is open. */
  private long changesAt(String team, long at, DutyStatus now) {
    DutyStatus then = now;
    for (int steps = 0; then.until() != WeeklyPattern.OPEN && steps < MOST_STEPS; steps++) {
      long until = then.until();
      if (now.onDuty() && until - at > FAR && then != now) {
        return WeeklyPattern.OPEN;
      }
      then = at(team, until);
      boolean goesOn =
          now.reason() == Reason.ABSENT
              ? then.reason() == Reason.ABSENT
              : then.onDuty() == now.onDuty();
      if (!goesOn) {
        return until;
      }
    }
    return WeeklyPattern.OPEN;
  }
}
