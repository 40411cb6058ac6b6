package dev.baton.staff.rota;

import dev.baton.staff.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Lists who is on duty, team by team and a page at a time. Answers from memory; what is not on the
 * page is counted and no more.
 */
@Service
public class DutyList {

  /** Stands for the people who are in no team; no team's code has brackets. */
  public static final String NO_TEAM = "(none)";

  private static final Comparator<PersonOnDuty> SOONEST =
      Comparator.comparing(person -> person.presence().until());

  private final RosterCache rosters;

  DutyList(RosterCache rosters) {
    this.rosters = rosters;
  }

  /**
   * What to list.
   *
   * @param teams their codes in order, or {@link #NO_TEAM}
   * @param name a part of the name or sign-in name; null for everybody
   * @param at when; deputies are listed from then on
   * @param until up to when deputies are listed
   * @param first how many people come before the page
   * @param most how many people are on the page
   */
  public record DutyQuery(
      List<String> teams, String name, Instant at, Instant until, int first, int most) {}

  /**
   * A page.
   *
   * @param people how many match; who is in two teams counts twice
   */
  public record DutyPage(List<TeamOnDuty> teams, int people) {}

  /**
   * A team, or a part of it on this page.
   *
   * @param members how many are in it
   * @param onDuty how many of them are on duty
   * @param next who comes on duty next, with that as {@code until}; null if nobody is known to
   * @param people those on the page: on duty first, then by name
   */
  public record TeamOnDuty(
      String team, int members, int onDuty, PersonOnDuty next, List<PersonOnDuty> people) {}

  /** A person with their deputies. */
  public record PersonOnDuty(
      Presence presence, Set<Role> roles, Set<String> teams, List<NamedDeputy> deputies) {}

  /**
   * A deputy of a person.
   *
   * @param mayAnswer false for one who may not answer escalations, so that nobody stands in
   */
  public record NamedDeputy(Deputy named, Presence presence, boolean mayAnswer) {}

  /** Somebody by name. */
  public record PersonName(String login, String name) {}

  /** The page of the list. */
  public DutyPage find(DutyQuery query) {
    Roster roster = rosters.current();
    Predicate<RosterPerson> wanted = named(query.name());
    List<TeamOnDuty> teams = new ArrayList<>();
    int before = 0;
    for (String team : query.teams()) {
      List<RosterPerson> members = members(roster, team);
      List<RosterPerson> matching = members.stream().filter(wanted).toList();
      int from = Math.max(0, query.first() - before);
      int to = Math.min(matching.size(), query.first() + query.most() - before);
      before += matching.size();
      if (from < to) {
        teams.add(new Section(roster, query, team, members).of(matching, from, to));
      }
    }
    return new DutyPage(teams, before);
  }

  /** Active people with one of the roles, by a part of the name: on duty first, then by name. */
  public List<PersonOnDuty> having(Set<Role> roles, String text, Instant at, int most) {
    List<RosterPerson> found =
        rosters
            .current()
            .active()
            .filter(named(text))
            .filter(person -> person.roles().stream().anyMatch(roles::contains))
            .toList();
    Predicate<RosterPerson> onDuty = person -> person.isOnDuty(null, at.toEpochMilli());
    return Stream.concat(
            found.stream().filter(onDuty), found.stream().filter(Predicate.not(onDuty)))
        .limit(most)
        .map(
            person ->
                new PersonOnDuty(
                    person.presence(null, at), person.roles(), person.teams(), List.of()))
        .toList();
  }

  /** How many of each team are on duty, and who comes next; without its people. */
  public List<TeamOnDuty> staffing(List<String> teams, Instant at) {
    Roster roster = rosters.current();
    DutyQuery query = new DutyQuery(teams, null, at, at, 0, 0);
    return teams.stream()
        .map(team -> new Section(roster, query, team, members(roster, team)).of(List.of(), 0, 0))
        .toList();
  }

  /** Active people whose name or sign-in name contains the text, by name. */
  public List<PersonName> named(String text, int most) {
    return rosters.current().active().filter(named(text)).limit(most).map(DutyList::name).toList();
  }

  /** The active person of exactly this name, if there is one alone. */
  public Optional<PersonName> withName(String name) {
    List<PersonName> found =
        rosters
            .current()
            .active()
            .filter(person -> person.name().equalsIgnoreCase(name))
            .limit(2)
            .map(DutyList::name)
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static PersonName name(RosterPerson person) {
    return new PersonName(person.login(), person.name());
  }

  private static Predicate<RosterPerson> named(String text) {
    if (text == null || text.isBlank()) {
      return person -> true;
    }
    String part = text.strip().toLowerCase(Locale.ROOT);
    return person ->
        person.name().toLowerCase(Locale.ROOT).contains(part) || person.login().contains(part);
  }

  private static List<RosterPerson> members(Roster roster, String team) {
    return team.equals(NO_TEAM)
        ? roster.active().filter(person -> person.teams().isEmpty()).toList()
        : roster.holding(new Post(team, null));
  }

  /** One team of the page. */
  private record Section(Roster roster, DutyQuery query, String team, List<RosterPerson> members) {

    private TeamOnDuty of(List<RosterPerson> matching, int from, int to) {
      List<PersonOnDuty> people =
          Stream.concat(
                  matching.stream().filter(this::isOnDuty),
                  matching.stream().filter(person -> !isOnDuty(person)))
              .skip(from)
              .limit(to - from)
              .map(person -> person(person, query.at()))
              .toList();
      int onDuty = (int) members.stream().filter(this::isOnDuty).count();
      return new TeamOnDuty(team, members.size(), onDuty, next(), people);
    }

    private boolean isOnDuty(RosterPerson person) {
      return person.isOnDuty(shifts(), query.at().toEpochMilli());
    }

    /** Whose shifts count: the team's, or any. */
    private String shifts() {
      return team.equals(NO_TEAM) ? null : team;
    }

    private PersonOnDuty person(RosterPerson person, Instant at) {
      return new PersonOnDuty(
          person.presence(shifts(), at), person.roles(), person.teams(), deputies(person));
    }

    private List<NamedDeputy> deputies(RosterPerson person) {
      return person.deputies().stream()
          .filter(
              named ->
                  !named.from().isAfter(query.until())
                      && (named.until() == null || named.until().isAfter(query.at())))
          .flatMap(
              named ->
                  roster.person(named.deputy()).stream()
                      .map(
                          deputy ->
                              new NamedDeputy(
                                  named,
                                  deputy.presence(null, query.at()),
                                  deputy.answersEscalations())))
          .toList();
    }

    private PersonOnDuty next() {
      return members.stream()
          .filter(person -> !isOnDuty(person))
          .flatMap(person -> comesOnDuty(person).stream())
          .min(SOONEST)
          .orElse(null);
    }

    /** Who is away may come back between two shifts. */
    private Optional<PersonOnDuty> comesOnDuty(RosterPerson person) {
      Presence off = person.presence(shifts(), query.at());
      if (off.reason() == Presence.Reason.ABSENT && off.until() != null) {
        Presence back = person.presence(shifts(), off.until());
        off = back.onDuty() ? off : back;
      }
      return off.until() == null || off.reason() == Presence.Reason.INACTIVE
          ? Optional.empty()
          : Optional.of(new PersonOnDuty(off, person.roles(), person.teams(), List.of()));
    }
  }
}
