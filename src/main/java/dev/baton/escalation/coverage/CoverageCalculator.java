package dev.baton.escalation.coverage;

import static java.util.stream.Collectors.toMap;

import dev.baton.calendar.WorkingCalendar;
import dev.baton.escalation.Ladder;
import dev.baton.escalation.coverage.CoverageGap.CoverageGapKind;
import dev.baton.sla.agreement.PublishedAgreements;
import dev.baton.sla.agreement.PublishedVersion;
import dev.baton.staff.Role;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.Duty;
import dev.baton.staff.rota.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Holds the rota against the ladder and the hours of the teams. Looks at the intervals themselves,
 * not at instants: a gap of a minute is found.
 */
@Component
class CoverageCalculator {

  private final Duty duty;
  private final PublishedAgreements published;
  private final Ladder ladder;
  private final IneligibleDeputies ineligible;

  CoverageCalculator(
      Duty duty, PublishedAgreements published, Ladder ladder, IneligibleDeputies ineligible) {
    this.ineligible = ineligible;
    this.duty = duty;
    this.published = published;
    this.ladder = ladder;
  }

  Looking between(Instant from, Instant to) {
    return new Looking(from, to);
  }

  /** One look at one stretch of time; what is asked for twice is looked up once. */
  final class Looking {

    private final Instant from;
    private final Instant to;
    private final Set<Ladder.Wanted> wanted = ladder.wanted();
    private final Map<String, WorkingCalendar> calendars;
    private final Map<String, Intervals> openTimes = new HashMap<>();
    private final Map<Post, Intervals> uncovered = new HashMap<>();

    private Looking(Instant from, Instant to) {
      this.from = from;
      this.to = to;
      this.calendars =
          published.calendars().stream()
              .collect(
                  toMap(PublishedVersion::name, known -> WorkingCalendar.of(known.definition())));
    }

    /** The rungs of the team, its own hours, and its deputies. */
    List<CoverageGap> ofTeam(TeamView team) {
      List<CoverageGap> found = new ArrayList<>(postsOfTeam(team));
      ineligible.of(team.code(), from, to).forEach(found::add);
      return withoutRepetition(found);
    }

    /** The rungs of the team, and its own hours. */
    List<CoverageGap> postsOfTeam(TeamView team) {
      List<CoverageGap> found = new ArrayList<>();
      for (Ladder.Wanted rung : wanted) {
        if (rung.ofTeam()) {
          found.addAll(of(new Post(team.code(), rung.role()), rung.calendar()));
        }
      }
      if (team.hours() != null) {
        found.addAll(of(new Post(team.code(), null), team.hours()));
        if (!calendars.containsKey(team.hours())) {
          found.add(unknown(team.code(), team.hours(), "team " + team.code()));
        }
      }
      return withoutRepetition(found);
    }

    /** As {@link #postsOfDesk}, and the deputies of people and posts without a team. */
    List<CoverageGap> ofDesk() {
      List<CoverageGap> found = new ArrayList<>(postsOfDesk());
      ineligible.of(null, from, to).forEach(found::add);
      return withoutRepetition(found);
    }

    /** The rungs that any team may fill, and calendars that the ladder names in vain. */
    List<CoverageGap> postsOfDesk() {
      List<CoverageGap> found = new ArrayList<>();
      for (Ladder.Wanted rung : wanted) {
        if (!rung.ofTeam()) {
          found.addAll(of(new Post(null, rung.role()), rung.calendar()));
        }
        if (rung.calendar() != null && !calendars.containsKey(rung.calendar())) {
          found.add(unknown(null, rung.calendar(), "the ladder"));
        }
      }
      return withoutRepetition(found);
    }

    private List<CoverageGap> of(Post post, String calendar) {
      Intervals all = uncovered.computeIfAbsent(post, this::uncovered);
      if (all.areAll(from, to) && duty.presences(post, from).isEmpty()) {
        return List.of(
            gap(
                CoverageGapKind.NOBODY,
                post,
                null,
                null,
                null,
                "No active agent is %s.".formatted(holder(post))));
      }
      String words =
          "No %s on duty%s."
              .formatted(
                  post.role() == null ? "one of " + post.words() : post.words(),
                  calendar == null ? "" : " in the hours " + calendar);
      return all
          .within(openTimes.computeIfAbsent(String.valueOf(calendar), name -> open(calendar)))
          .all()
          .stream()
          .map(gap -> gap(CoverageGapKind.OFF_DUTY, post, calendar, gap.from(), gap.to(), words))
          .toList();
    }

    private Intervals uncovered(Post post) {
      return Intervals.of(duty.uncovered(post, from, to));
    }

    /** A calendar that is not there counts around the clock, as it does for the ladder. */
    private Intervals open(String calendar) {
      return Intervals.open(
          calendars
              .getOrDefault(String.valueOf(calendar), WorkingCalendar.alwaysOpen())
              .spans(from, to));
    }

    private CoverageGap unknown(String team, String calendar, String where) {
      String words =
          "The calendar '%s' of %s is not published, so it counts as always open."
              .formatted(calendar, where);
      return new CoverageGap(
          CoverageGapKind.UNKNOWN_CALENDAR, team, null, calendar, null, null, words, from);
    }

    private CoverageGap gap(
        CoverageGapKind kind,
        Post post,
        String calendar,
        Instant begins,
        Instant ends,
        String words) {
      return new CoverageGap(kind, post.team(), post.role(), calendar, begins, ends, words, from);
    }
  }

  /** "senior agent of team network", "in team network". */
  private static String holder(Post post) {
    Role role = post.role();
    return role == null ? "in " + post.words() : post.words();
  }

  /** Rungs with different hours want the same person: that there is nobody is said once. */
  private static List<CoverageGap> withoutRepetition(List<CoverageGap> found) {
    return found.stream().distinct().toList();
  }
}
