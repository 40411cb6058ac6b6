package dev.baton.desk.web.escalation;

import dev.baton.access.Permission;
import dev.baton.access.RolePermissions;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Suggestion;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.people.PeopleNames;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.DutyList;
import dev.baton.staff.rota.DutyList.PersonOnDuty;
import dev.baton.staff.rota.DutyList.TeamOnDuty;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The people and the teams that may take an incident, and whether they are on duty. */
@Component
class DecisionChoices {

  private static final int MOST = 12;

  private static final Set<Role> WORKING =
      Arrays.stream(Role.values())
          .filter(role -> RolePermissions.of(role.group()).contains(Permission.WORK))
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));

  private final DutyList duty;
  private final StaffDirectory staff;
  private final PageRenderer pages;
  private final Clock clock;

  DecisionChoices(DutyList duty, StaffDirectory staff, PageRenderer pages, Clock clock) {
    this.duty = duty;
    this.staff = staff;
    this.pages = pages;
    this.clock = clock;
  }

  /** By name, those on duty first. */
  List<Suggestion> people(String text, Visitor visitor) {
    Instant now = clock.instant();
    Map<String, String> teams =
        staff.teams().stream().collect(Collectors.toMap(TeamView::code, TeamView::name));
    return duty.having(WORKING, text, now, MOST).stream()
        .map(person -> suggestion(person, teams, visitor, now))
        .toList();
  }

  private Suggestion suggestion(
      PersonOnDuty person, Map<String, String> teams, Visitor visitor, Instant now) {
    String hint =
        Stream.concat(
                person.roles().stream()
                    .sorted()
                    .map(role -> pages.name("people.role", role, visitor.locale())),
                person.teams().stream().sorted().map(team -> teams.getOrDefault(team, team)))
            .collect(Collectors.joining(" · "));
    return new Suggestion(
        PeopleNames.field(person.presence().login(), person.presence().name()),
        person.presence().name(),
        hint,
        pages.words(person.presence().words(), visitor, now));
  }

  /** By name or code, in the order of their names. */
  List<Suggestion> teams(String text, Visitor visitor) {
    String part = text.strip().toLowerCase(Locale.ROOT);
    Map<String, String> names =
        staff.teams().stream()
            .filter(
                team ->
                    team.name().toLowerCase(Locale.ROOT).contains(part)
                        || team.code().contains(part))
            .limit(MOST)
            .collect(
                Collectors.toMap(
                    TeamView::code, TeamView::name, (one, other) -> one, LinkedHashMap::new));
    Instant now = clock.instant();
    return duty.staffing(List.copyOf(names.keySet()), now).stream()
        .map(
            team ->
                new Suggestion(
                    names.get(team.team()),
                    names.get(team.team()),
                    next(team, visitor, now),
                    pages.words("people.onDuty", visitor.locale(), team.onDuty(), team.members())))
        .toList();
  }

  /** Who comes next where nobody is there. */
  private String next(TeamOnDuty team, Visitor visitor, Instant now) {
    return team.onDuty() > 0 || team.next() == null
        ? null
        : pages.words(
            "people.next",
            visitor.locale(),
            team.next().presence().name(),
            visitor.at(team.next().presence().until(), now));
  }
}
