package dev.baton.incident.assignment;

import dev.baton.incident.Incidents;
import dev.baton.incident.WorkShare;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.Duty;
import dev.baton.staff.rota.Post;
import dev.baton.staff.rota.Presence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows who is on, with what open work. Reads all work at once, however many people there are. */
@Service
@Transactional(readOnly = true)
public class Staffing {

  private static final Comparator<TeamStaffing.StaffedPerson> IN_ORDER =
      Comparator.<TeamStaffing.StaffedPerson, Boolean>comparing(
              person -> !person.presence().onDuty())
          .thenComparing(person -> person.presence().name(), String.CASE_INSENSITIVE_ORDER)
          .thenComparing(person -> person.presence().login());

  private final Incidents incidents;
  private final StaffDirectory staff;
  private final Duty duty;
  private final DeputySearch standIns;

  Staffing(Incidents incidents, StaffDirectory staff, Duty duty, DeputySearch standIns) {
    this.incidents = incidents;
    this.staff = staff;
    this.duty = duty;
    this.standIns = standIns;
  }

  /**
   * Who is on at the instant, in one team or in all by name; work is as it stands now.
   *
   * @param team its code, or null for all
   */
  public List<TeamStaffing> at(Instant at, String team) {
    Map<String, Map<String, WorkShare>> work = new HashMap<>();
    incidents
        .shares(team)
        .forEach(
            share ->
                work.computeIfAbsent(share.team(), code -> new LinkedHashMap<>())
                    .put(share.assignee(), share));
    Map<String, Presence> everybody = everybody(at);
    Function<String, Optional<Presence>> deputies =
        standIns.at(at, login -> everybody.computeIfAbsent(login, each -> duty.presence(each, at)));
    return staff.teams().stream()
        .filter(each -> team == null || each.code().equals(team))
        .map(each -> staffing(each, at, work.getOrDefault(each.code(), Map.of()), deputies))
        .toList();
  }

  /** All who are active, by sign-in name: asked for by role, not one by one. */
  private Map<String, Presence> everybody(Instant at) {
    Map<String, Presence> people = new HashMap<>();
    for (Role role : Role.values()) {
      duty.presences(new Post(null, role), at)
          .forEach(presence -> people.putIfAbsent(presence.login(), presence));
    }
    return people;
  }

  private TeamStaffing staffing(
      TeamView team,
      Instant at,
      Map<String, WorkShare> work,
      Function<String, Optional<Presence>> deputies) {
    Map<String, WorkShare> left = new LinkedHashMap<>(work);
    WorkShare queue = share(left, team, null);
    List<TeamStaffing.StaffedPerson> people = new ArrayList<>();
    for (Presence presence : duty.presences(new Post(team.code(), null), at)) {
      people.add(
          new TeamStaffing.StaffedPerson(
              presence, true, standIn(presence, deputies), share(left, team, presence.login())));
    }
    Instant nextChange =
        people.stream()
            .map(person -> person.presence().until())
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    left.forEach(
        (login, share) -> {
          Presence presence = duty.presence(login, at);
          people.add(
              new TeamStaffing.StaffedPerson(presence, false, standIn(presence, deputies), share));
        });
    return new TeamStaffing(team, people.stream().sorted(IN_ORDER).toList(), queue, nextChange);
  }

  private static Presence standIn(
      Presence presence, Function<String, Optional<Presence>> deputies) {
    return presence.onDuty() ? null : deputies.apply(presence.login()).orElse(null);
  }

  private static WorkShare share(Map<String, WorkShare> left, TeamView team, String login) {
    WorkShare share = left.remove(login);
    return share == null ? new WorkShare(team.code(), login, 0, 0, 0, null) : share;
  }
}
