package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.incident.assignment.OpenWork;
import dev.baton.staff.rota.DutyList;
import dev.baton.staff.rota.DutyList.DutyPage;
import dev.baton.staff.rota.DutyList.PersonOnDuty;
import dev.baton.staff.rota.DutyList.TeamOnDuty;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who is on duty now and next, with their open work: one table for each team. */
@Component
class DutyTables {

  private final DutyList duty;
  private final OpenWork work;
  private final PeopleWords words;
  private final Clock clock;

  DutyTables(DutyList duty, OpenWork work, PeopleWords words, Clock clock) {
    this.duty = duty;
    this.work = work;
    this.words = words;
    this.clock = clock;
  }

  /** A person's row. */
  record PersonRow(
      String login,
      String name,
      String roles,
      boolean onDuty,
      String state,
      List<String> deputies,
      long open) {}

  /**
   * A team's table.
   *
   * @param load open incidents for each person on duty; null if nobody is
   */
  record TeamTable(
      String code,
      String name,
      boolean team,
      int onDuty,
      int members,
      String next,
      long open,
      long unassigned,
      String load,
      List<PersonRow> people) {}

  /** The open work that the page shows. */
  private record Work(
      Map<String, Long> ofPeople, Map<String, Long> ofTeams, Map<String, Long> unassigned) {}

  Map<String, Object> of(DutyFilter asked, Visitor visitor) {
    Map<String, String> names = words.teams(visitor);
    List<String> teams =
        asked.team() == null
            ? List.copyOf(names.keySet())
            : names.containsKey(asked.team()) ? List.of(asked.team()) : List.of();
    Instant now = clock.instant();
    DutyPage page =
        duty.find(
            new DutyList.DutyQuery(
                teams,
                asked.q(),
                now,
                now,
                asked.page() * DutyFilter.ON_A_PAGE,
                DutyFilter.ON_A_PAGE));
    Work open = work(page);
    boolean further = page.people() > (asked.page() + 1) * DutyFilter.ON_A_PAGE;
    Map<String, Object> model = new HashMap<>();
    model.put("asked", asked);
    model.put("here", asked.atPage(asked.page()));
    model.put("teams", words.choices(names, asked.team()));
    model.put("count", words.words("people.count", visitor, page.people()));
    model.put(
        "tables",
        page.teams().stream()
            .map(team -> table(team, names.get(team.team()), open, visitor, now))
            .toList());
    model.put("pageNumber", words.words("list.page", visitor, asked.page() + 1));
    model.put("previous", asked.page() == 0 ? null : asked.atPage(asked.page() - 1));
    model.put("next", further ? asked.atPage(asked.page() + 1) : null);
    return model;
  }

  private Work work(DutyPage page) {
    Set<String> people =
        page.teams().stream()
            .map(TeamOnDuty::people)
            .flatMap(Collection::stream)
            .map(person -> person.presence().login())
            .collect(Collectors.toSet());
    Set<String> teams = page.teams().stream().map(TeamOnDuty::team).collect(Collectors.toSet());
    return new Work(work.ofPeople(people), work.ofTeams(teams), work.unassigned(teams));
  }

  private TeamTable table(TeamOnDuty team, String name, Work work, Visitor visitor, Instant now) {
    long open = work.ofTeams().getOrDefault(team.team(), 0L);
    return new TeamTable(
        team.team(),
        name,
        !team.team().equals(DutyList.NO_TEAM),
        team.onDuty(),
        team.members(),
        team.next() == null
            ? null
            : words.words(
                "people.next",
                visitor,
                team.next().presence().name(),
                visitor.at(team.next().presence().until(), now)),
        open,
        work.unassigned().getOrDefault(team.team(), 0L),
        team.onDuty() == 0 ? null : load(open, team.onDuty(), visitor.locale()),
        team.people().stream().map(person -> row(person, work, visitor, now)).toList());
  }

  private static String load(long open, int people, Locale locale) {
    return String.format(locale, open % people == 0 ? "%.0f" : "%.1f", (double) open / people);
  }

  private PersonRow row(PersonOnDuty person, Work work, Visitor visitor, Instant now) {
    String login = person.presence().login();
    return new PersonRow(
        login,
        person.presence().name(),
        words.roles(person.roles(), visitor),
        person.presence().onDuty(),
        words.state(person.presence(), visitor, now),
        person.deputies().stream().map(deputy -> words.deputy(deputy, visitor)).toList(),
        work.ofPeople().getOrDefault(login, 0L));
  }
}
