package dev.baton.staff.rota;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Looks for who answers for a post at an instant: its people, their deputies, its own deputies.
 * Whoever may not answer escalations, for example since a change of role, stands in for nobody.
 */
final class ResponderSearch {

  /** So many may be away one after the other. */
  static final int LONGEST_CHAIN = 8;

  private static final int MOST_PASSED_OVER = 50;

  private final Roster roster;
  private final Post post;
  private final Instant at;
  private final long millis;
  private final Set<String> notThese;
  private final ToIntFunction<String> load;
  private final List<Presence> passedOver = new ArrayList<>();

  /**
   * Somebody who stands in.
   *
   * @param away who is stood in for, first, and the deputies who are away themselves
   * @param until end of the shortest appointment in the chain
   */
  private record StandIn(RosterPerson deputy, List<RosterPerson> away, long until) {}

  ResponderSearch(
      Roster roster,
      Post post,
      Instant at,
      Collection<String> notThese,
      ToIntFunction<String> load) {
    this.roster = roster;
    this.post = post;
    this.at = at;
    this.millis = at.toEpochMilli();
    this.notThese = Set.copyOf(notThese);
    this.load = load;
  }

  Responder responder() {
    List<RosterPerson> away = new ArrayList<>();
    List<RosterPerson> there = new ArrayList<>();
    for (RosterPerson person : roster.holding(post)) {
      if (!person.isOnDuty(post.team(), millis)) {
        away.add(person);
        passOver(person, post.team());
      } else if (!notThese.contains(person.login())) {
        there.add(person);
      }
    }
    return least(there, person -> person)
        .map(this::ownResponder)
        .or(
            () ->
                least(
                        away.stream()
                            .flatMap(
                                person -> standIns(person, List.of(), WeeklyPattern.OPEN).stream())
                            .toList(),
                        StandIn::deputy)
                    .map(this::personalResponder))
        .or(
            () ->
                roster
                    .deputiesOf(post)
                    .filter(named -> Roster.isValid(named.from(), named.until(), millis))
                    .map(this::postResponder)
                    .flatMap(Optional::stream)
                    .findFirst())
        .orElseGet(this::nobody);
  }

  private Responder ownResponder(RosterPerson person) {
    Presence presence = person.presence(post.team(), at);
    return new Responder(
        person.login(),
        person.name(),
        null,
        presence.until(),
        DutyDescription.sentence(presence.because()),
        passedOver);
  }

  private Responder personalResponder(StandIn chosen) {
    RosterPerson first = chosen.away().get(0);
    String reasons =
        chosen.away().stream()
            .map(person -> person.name() + " is " + because(person))
            .collect(joining("; "));
    return responder(chosen, first.login(), reasons + "; ", " stands in and is ");
  }

  private Optional<Responder> postResponder(PostDeputy named) {
    return roster
        .person(named.deputy())
        .filter(RosterPerson::answersEscalations)
        .flatMap(
            deputy -> least(chain(deputy, List.of(), Roster.end(named.until())), StandIn::deputy))
        .map(
            chosen ->
                responder(
                    chosen,
                    chosen.away().isEmpty() ? null : chosen.away().get(0).login(),
                    "Nobody is on duty for %s; "
                        .formatted(post.words())
                        .concat(
                            chosen.away().stream()
                                .map(person -> person.name() + " is " + because(person) + "; ")
                                .collect(joining())),
                    chosen.away().isEmpty()
                        ? " is the deputy of the post and is "
                        : " stands in and is "));
  }

  private Responder responder(StandIn chosen, String standsInFor, String before, String between) {
    Presence presence = chosen.deputy().presence(null, at);
    long until = Math.min(chosen.until(), Roster.end(presence.until()));
    return new Responder(
        chosen.deputy().login(),
        chosen.deputy().name(),
        standsInFor,
        until == WeeklyPattern.OPEN ? null : Instant.ofEpochMilli(until),
        before + chosen.deputy().name() + between + presence.because() + ".",
        passedOver);
  }

  private Responder nobody() {
    boolean isEmpty = roster.holding(post).isEmpty();
    return new Responder(
        null,
        null,
        null,
        null,
        (isEmpty
                ? "Nobody is registered for %s, and no deputy is on duty."
                : "Nobody is on duty for %s, and no deputy either.")
            .formatted(post.words()),
        passedOver);
  }

  private String because(RosterPerson person) {
    boolean isOfThePost = roster.holding(post).contains(person);
    return person.presence(isOfThePost ? post.team() : null, at).because();
  }

  /** The deputies on duty of somebody who is not; the deputies' own only where none is. */
  private List<StandIn> standIns(RosterPerson away, List<RosterPerson> before, long until) {
    if (before.size() == LONGEST_CHAIN) {
      return List.of();
    }
    List<RosterPerson> chain = Stream.concat(before.stream(), Stream.of(away)).toList();
    List<StandIn> direct = new ArrayList<>();
    List<StandIn> further = new ArrayList<>();
    for (Deputy named : away.deputies()) {
      RosterPerson deputy = roster.person(named.deputy()).orElse(null);
      if (deputy == null
          || !deputy.answersEscalations()
          || chain.contains(deputy)
          || !isFor(named, post)
          || !Roster.isValid(named.from(), named.until(), millis)) {
        continue;
      }
      long limit = Math.min(until, Roster.end(named.until()));
      (deputy.isOnDuty(null, millis) ? direct : further).addAll(chain(deputy, chain, limit));
    }
    return direct.isEmpty() ? further : direct;
  }

  private List<StandIn> chain(RosterPerson deputy, List<RosterPerson> before, long until) {
    if (!deputy.isOnDuty(null, millis)) {
      passOver(deputy, null);
      return standIns(deputy, before, until);
    }
    return notThese.contains(deputy.login())
        ? List.of()
        : List.of(new StandIn(deputy, before, until));
  }

  static boolean isFor(Deputy named, Post post) {
    return named.role() == null || named.role() == post.role();
  }

  private void passOver(RosterPerson person, String team) {
    if (passedOver.size() < MOST_PASSED_OVER
        && passedOver.stream().noneMatch(one -> one.login().equals(person.login()))) {
      passedOver.add(person.presence(team, at));
    }
  }

  private <T> Optional<T> least(List<T> candidates, Function<T, RosterPerson> who) {
    return candidates.stream()
        .map(each -> new Weighed<>(each, load.applyAsInt(who.apply(each).login()), who.apply(each)))
        .min(
            Comparator.<Weighed<T>>comparingInt(Weighed::load)
                .thenComparing(each -> each.person().name(), String.CASE_INSENSITIVE_ORDER)
                .thenComparing(each -> each.person().login()))
        .map(Weighed::what);
  }

  private record Weighed<T>(T what, int load, RosterPerson person) {}
}
