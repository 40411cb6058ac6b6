package dev.baton.staff.rota;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is kept: somebody's or a team's shifts, absences, deputies. */
@Service
@Transactional(readOnly = true)
public class Rota {

  /** The longest stretch that can be read at once. */
  public static final Duration LONGEST = Duration.ofDays(800);

  private static final Comparator<RotaPeriod> IN_ORDER =
      Comparator.comparing(RotaPeriod::from).thenComparing(RotaPeriod::login);

  private final RosterCache rosters;
  private final RotaRepository entries;

  Rota(RosterCache rosters, RotaRepository entries) {
    this.rosters = rosters;
    this.entries = entries;
  }

  /** Somebody's shifts and absences between two instants, in order; empty of an unknown name. */
  public List<RotaPeriod> ofAgent(String login, Instant from, Instant to) {
    return rosters.current().person(login).stream()
        .flatMap(
            person ->
                person.teamsOfTheirOwn().isEmpty()
                    ? spans(person, null, from, to)
                    : person.teams().stream().flatMap(team -> spans(person, team, from, to)))
        .sorted(IN_ORDER)
        .toList();
  }

  /** The shifts that count for a team, of all its active people, in order. */
  public List<RotaPeriod> ofTeam(String team, Instant from, Instant to) {
    return rosters.current().holding(new Post(team, null)).stream()
        .flatMap(
            person ->
                spans(
                    person, person.teamsOfTheirOwn().contains(team) ? team : null, team, from, to))
        .sorted(IN_ORDER)
        .toList();
  }

  /** Whether anybody has a shift or an absence that counts for a team between two instants. */
  public boolean hasAny(String team, Instant from, Instant to) {
    return rosters.current().holding(new Post(team, null)).stream()
        .anyMatch(person -> spans(person, team, from, to).findAny().isPresent());
  }

  /**
   * The shifts that count for a team, of some people alone, in order.
   *
   * @param team null: of any team
   */
  public List<RotaPeriod> ofPeople(
      String team, Collection<String> logins, Instant from, Instant to) {
    Roster roster = rosters.current();
    return logins.stream()
        .flatMap(login -> roster.person(login).stream())
        .flatMap(
            person ->
                spans(
                    person, person.teamsOfTheirOwn().contains(team) ? team : null, team, from, to))
        .sorted(IN_ORDER)
        .toList();
  }

  private static Stream<RotaPeriod> spans(
      RosterPerson person, String team, Instant from, Instant to) {
    return spans(person, team, team, from, to);
  }

  private static Stream<RotaPeriod> spans(
      RosterPerson person, String named, String team, Instant from, Instant to) {
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new InvalidInput("to", LocalizableText.of("refused.rota.range", LONGEST.toDays()));
    }
    List<RotaPeriod> spans = new ArrayList<>();
    long end = to.toEpochMilli();
    for (long at = from.toEpochMilli(); at < end; ) {
      DutyStatus standing = person.at(team, at);
      long until = Math.min(standing.until(), end);
      RotaPeriod.RotaPeriodKind kind = kind(standing);
      if (kind != null) {
        spans.add(
            new RotaPeriod(
                person.login(),
                person.name(),
                named,
                Instant.ofEpochMilli(at),
                Instant.ofEpochMilli(until),
                kind,
                standing.absence() == null ? null : standing.absence().kind()));
      }
      at = until;
    }
    return spans.stream();
  }

  private static RotaPeriod.RotaPeriodKind kind(DutyStatus standing) {
    return switch (standing.reason()) {
      case ON_SHIFT -> RotaPeriod.RotaPeriodKind.SHIFT;
      case EXTRA_SHIFT -> RotaPeriod.RotaPeriodKind.EXTRA;
      case ABSENT -> RotaPeriod.RotaPeriodKind.ABSENT;
      case OFF_SHIFT -> standing.takenOff() ? RotaPeriod.RotaPeriodKind.OFF : null;
      case NO_ROTA, INACTIVE -> null;
    };
  }

  /** Somebody's weekly shifts, also those of the past. */
  public List<WeeklyShift> weekly(String login) {
    return entries.weeklyOf(login);
  }

  /** Somebody's one-off shifts that touch the time between two instants. */
  public List<OneOffShift> oneOffs(String login, Instant from, Instant to) {
    return entries.oneOffsOf(login, from, to);
  }

  /** Somebody's absences, also those of the past. */
  public List<Absence> absences(String login) {
    return entries.absencesOf(login);
  }

  /** Who stands in for somebody. */
  public List<Deputy> deputies(String login) {
    return entries.deputiesOf(login);
  }

  /** Who stands in for whom, of everybody. */
  public List<Deputy> deputies() {
    return entries.deputies();
  }

  /** Who stands in for posts. */
  public List<PostDeputy> postDeputies() {
    return entries.postDeputies();
  }
}
