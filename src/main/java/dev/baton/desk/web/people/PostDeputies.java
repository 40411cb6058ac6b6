package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.PostDeputy;
import dev.baton.staff.rota.Rota;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Who stands in for the posts of a team, or of the whole desk. */
@Component
class PostDeputies {

  private final Rota rota;
  private final StaffDirectory staff;
  private final PeopleWords words;
  private final Clock clock;

  PostDeputies(Rota rota, StaffDirectory staff, PeopleWords words, Clock clock) {
    this.rota = rota;
    this.staff = staff;
    this.words = words;
    this.clock = clock;
  }

  /** Those that count for the team and are not over; a post without a team counts in each. */
  List<PersonEntries.EntryRow> of(String team, boolean mayKeep, Visitor visitor) {
    Instant now = clock.instant();
    String code = DutyFilter.code(team);
    return rota.postDeputies().stream()
        .filter(named -> named.post().team() == null || Objects.equals(named.post().team(), code))
        .filter(named -> named.until() == null || named.until().isAfter(now))
        .map(
            named ->
                PersonEntries.EntryRow.of(
                    words(named, visitor, now),
                    mayKeep ? "/desk/people/post-deputies/%d/remove".formatted(named.id()) : null))
        .toList();
  }

  private String words(PostDeputy named, Visitor visitor, Instant now) {
    TeamView team =
        named.post().team() == null ? null : staff.team(named.post().team()).orElse(null);
    String post =
        named.post().role() == null && team == null
            ? named.post().team()
            : words.post(named.post().role(), team, visitor);
    String name = staff.name(named.deputy());
    String what = words.words("people.deputyOf", visitor, name, post);
    return named.until() == null
        ? words.words("people.since", visitor, what, visitor.at(named.from(), now))
        : words.words(
            "people.between",
            visitor,
            what,
            visitor.at(named.from(), now),
            visitor.at(named.until(), now));
  }
}
