package dev.baton.staff.rota;

import static java.util.stream.Collectors.groupingBy;

import dev.baton.calendar.CalendarSpan;
import dev.baton.staff.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole staff with its rota as it stood at one revision. Immutable. */
final class Roster {

  private static final Comparator<RosterPerson> BY_NAME =
      Comparator.comparing(RosterPerson::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(RosterPerson::login);

  /** Older than any revision. */
  static final Roster UNREAD = new Roster(-1, List.of(), List.of());

  private static final int FEW = 50;

  private final long revision;
  private final Map<String, RosterPerson> people;
  private final Map<String, List<RosterPerson>> byTeam;
  private final Map<Role, List<RosterPerson>> byRole;
  private final List<PostDeputy> postDeputies;

  Roster(long revision, Collection<RosterPerson> everybody, List<PostDeputy> postDeputies) {
    this.revision = revision;
    this.people =
        everybody.stream().collect(Collectors.toMap(RosterPerson::login, person -> person));
    this.byTeam = index(everybody, RosterPerson::teams);
    this.byRole = index(everybody, RosterPerson::roles);
    this.postDeputies = List.copyOf(postDeputies);
  }

  private static <K> Map<K, List<RosterPerson>> index(
      Collection<RosterPerson> everybody, Function<RosterPerson, Collection<K>> keys) {
    return everybody.stream()
        .filter(RosterPerson::active)
        .sorted(BY_NAME)
        .flatMap(person -> keys.apply(person).stream().map(key -> Map.entry(key, person)))
        .collect(
            groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
  }

  private Roster(
      long revision,
      Map<String, RosterPerson> people,
      Map<String, List<RosterPerson>> byTeam,
      Map<Role, List<RosterPerson>> byRole,
      List<PostDeputy> postDeputies) {
    this.revision = revision;
    this.people = people;
    this.byTeam = byTeam;
    this.byRole = byRole;
    this.postDeputies = postDeputies;
  }

  /**
   * The roster of a later revision; of a few changes only their teams and roles are listed anew.
   *
   * @param posts the deputies of posts, or null if they did not change
   */
  Roster with(long later, Collection<RosterPerson> changed, List<PostDeputy> posts) {
    List<PostDeputy> newPosts = posts == null ? postDeputies : List.copyOf(posts);
    Map<String, RosterPerson> everybody = new HashMap<>(people);
    changed.forEach(person -> everybody.put(person.login(), person));
    return changed.size() > FEW
        ? new Roster(later, everybody.values(), newPosts)
        : new Roster(
            later,
            everybody,
            listedAnew(byTeam, changed, RosterPerson::teams),
            listedAnew(byRole, changed, RosterPerson::roles),
            newPosts);
  }

  private <K> Map<K, List<RosterPerson>> listedAnew(
      Map<K, List<RosterPerson>> index,
      Collection<RosterPerson> changed,
      Function<RosterPerson, Collection<K>> keys) {
    Map<K, List<RosterPerson>> lists = new HashMap<>(index);
    Set<String> logins = changed.stream().map(RosterPerson::login).collect(Collectors.toSet());
    Stream.concat(logins.stream().map(people::get).filter(Objects::nonNull), changed.stream())
        .flatMap(person -> keys.apply(person).stream())
        .distinct()
        .forEach(
            key ->
                lists.put(
                    key,
                    Stream.concat(
                            index.getOrDefault(key, List.of()).stream()
                                .filter(person -> !logins.contains(person.login())),
                            changed.stream()
                                .filter(RosterPerson::active)
                                .filter(person -> keys.apply(person).contains(key)))
                        .sorted(BY_NAME)
                        .toList()));
    return lists;
  }

  long revision() {
    return revision;
  }

  Optional<RosterPerson> person(String login) {
    return Optional.ofNullable(login)
        .map(given -> people.get(given.strip().toLowerCase(Locale.ROOT)));
  }

  /** All active people, by name. */
  Stream<RosterPerson> active() {
    return people.values().stream().filter(RosterPerson::active).sorted(BY_NAME);
  }

  /** The active people of the post, by name. */
  List<RosterPerson> holding(Post post) {
    if (post.team() == null) {
      return byRole.getOrDefault(post.role(), List.of());
    }
    List<RosterPerson> team = byTeam.getOrDefault(post.team(), List.of());
    return post.role() == null
        ? team
        : team.stream().filter(person -> person.roles().contains(post.role())).toList();
  }

  /** Who was named for the post, those for just this one first. */
  Stream<PostDeputy> deputiesOf(Post post) {
    return postDeputies.stream()
        .filter(named -> covers(named.post().team(), post.team()))
        .filter(named -> covers(named.post().role(), post.role()))
        .sorted(Comparator.comparing(named -> !named.post().equals(post)));
  }

  private static boolean covers(Object named, Object asked) {
    return named == null || named.equals(asked);
  }

  Presence presence(String login, Instant at) {
    return person(login)
        .map(person -> person.presence(null, at))
        .orElseGet(
            () ->
                new Presence(
                    login,
                    login,
                    false,
                    Presence.Reason.INACTIVE,
                    null,
                    null,
                    "unknown to the desk"));
  }

  List<Presence> presences(Post post, Instant at) {
    return holding(post).stream()
        .map(person -> person.presence(post.team(), at))
        .sorted(Comparator.comparing(presence -> !presence.onDuty()))
        .toList();
  }

  Responder responder(
      Post post, Instant at, Collection<String> notThese, ToIntFunction<String> load) {
    return new ResponderSearch(this, post, at, notThese, load).responder();
  }

  List<CalendarSpan> uncovered(Post post, Instant from, Instant to) {
    return new UncoveredTime(this, post).between(from.toEpochMilli(), to.toEpochMilli());
  }

  static boolean isValid(Instant from, Instant until, long at) {
    return from.toEpochMilli() <= at && at < end(until);
  }

  /** As milliseconds; null is open. */
  static long end(Instant until) {
    return until == null ? WeeklyPattern.OPEN : until.toEpochMilli();
  }
}
