package dev.baton.staff.rota;

import dev.baton.calendar.CalendarSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for the time when nobody answers for a post: each person is asked only for what is left.
 */
final class UncoveredTime {

  private final Roster roster;
  private final Post post;
  private List<Gap> gaps;

  /** A stretch of milliseconds. */
  private record Gap(long from, long to) {}

  UncoveredTime(Roster roster, Post post) {
    this.roster = roster;
    this.post = post;
    this.gaps = List.of();
  }

  List<CalendarSpan> between(long from, long to) {
    gaps = from < to ? List.of(new Gap(from, to)) : List.of();
    List<RosterPerson> people = roster.holding(post);
    people.forEach(person -> takeOut(person, post.team(), from, to));
    people.forEach(person -> takeOutDeputies(person, from, to, new HashSet<>()));
    roster
        .deputiesOf(post)
        .forEach(
            named ->
                takeOutChain(
                    named.deputy(),
                    Math.max(from, named.from().toEpochMilli()),
                    Math.min(to, Roster.end(named.until())),
                    new HashSet<>()));
    return gaps.stream()
        .map(
            gap ->
                new CalendarSpan(
                    Instant.ofEpochMilli(gap.from()),
                    Instant.ofEpochMilli(gap.to()),
                    CalendarSpan.SpanKind.OUTSIDE_HOURS,
                    null))
        .toList();
  }

  private void takeOutDeputies(RosterPerson person, long from, long to, Set<String> passed) {
    if (gaps.isEmpty()
        || passed.size() == ResponderSearch.LONGEST_CHAIN
        || !passed.add(person.login())) {
      return;
    }
    for (Deputy named : person.deputies()) {
      if (ResponderSearch.isFor(named, post)) {
        takeOutChain(
            named.deputy(),
            Math.max(from, named.from().toEpochMilli()),
            Math.min(to, Roster.end(named.until())),
            passed);
      }
    }
    passed.remove(person.login());
  }

  private void takeOutChain(String login, long from, long to, Set<String> passed) {
    if (from >= to) {
      return;
    }
    roster
        .person(login)
        .ifPresent(
            deputy -> {
              takeOut(deputy, null, from, to);
              takeOutDeputies(deputy, from, to, passed);
            });
  }

  /** Takes out the time within the limits when the person is on duty. */
  private void takeOut(RosterPerson person, String team, long from, long to) {
    List<Gap> left = new ArrayList<>();
    for (Gap gap : gaps) {
      long open = gap.from();
      long end = Math.min(gap.to(), to);
      for (long at = Math.max(gap.from(), from); at < end; ) {
        DutyStatus standing = person.at(team, at);
        long until = Math.min(standing.until(), end);
        if (standing.onDuty()) {
          keep(left, open, at);
          open = until;
        }
        at = until;
      }
      keep(left, open, gap.to());
    }
    gaps = left;
  }

  private static void keep(List<Gap> left, long from, long to) {
    if (from < to) {
      left.add(new Gap(from, to));
    }
  }
}
