package dev.baton.escalation.coverage;

import dev.baton.escalation.coverage.CoverageGap.CoverageGapKind;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.rota.Deputy;
import dev.baton.staff.rota.PostDeputy;
import dev.baton.staff.rota.Rota;
import dev.baton.web.validation.TextInput;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds deputies who may not answer escalations. None is named any more, but somebody may have been
 * before that was checked, or have lost the role since.
 */
@Component
class IneligibleDeputies {

  private static final int LONGEST_WORDS = 300;

  private final Rota rota;
  private final StaffDirectory staff;

  IneligibleDeputies(Rota rota, StaffDirectory staff) {
    this.rota = rota;
    this.staff = staff;
  }

  /** The deputies of the team's people and posts; with null, of people and posts without a team. */
  Stream<CoverageGap> of(String team, Instant from, Instant to) {
    Stream<CoverageGap> ofPeople =
        rota.deputies().stream()
            .filter(named -> overlaps(named.from(), named.until(), from, to))
            .filter(named -> isOfTeam(named.login(), team))
            .filter(named -> isIneligible(named.deputy()))
            .map(named -> gap(named, team, from));
    Stream<CoverageGap> ofPosts =
        rota.postDeputies().stream()
            .filter(named -> overlaps(named.from(), named.until(), from, to))
            .filter(named -> Objects.equals(named.post().team(), team))
            .filter(named -> isIneligible(named.deputy()))
            .map(named -> gap(named, from));
    return Stream.concat(ofPeople, ofPosts);
  }

  private static boolean overlaps(Instant begins, Instant ends, Instant from, Instant to) {
    return begins.isBefore(to) && (ends == null || ends.isAfter(from));
  }

  private boolean isOfTeam(String login, String team) {
    Set<String> teams =
        staff.agent(login).filter(AgentView::active).map(AgentView::teams).orElse(null);
    return teams != null && (team == null ? teams.isEmpty() : teams.contains(team));
  }

  private boolean isIneligible(String deputy) {
    return staff
        .agent(deputy)
        .filter(agent -> agent.roles().stream().noneMatch(Role::answersEscalations))
        .isPresent();
  }

  private CoverageGap gap(Deputy named, String team, Instant foundAt) {
    return gap(named.deputy(), name(named.login()), team, named.role(), foundAt);
  }

  private CoverageGap gap(PostDeputy named, Instant foundAt) {
    return gap(
        named.deputy(), named.post().words(), named.post().team(), named.post().role(), foundAt);
  }

  private CoverageGap gap(
      String deputy, String standsInFor, String team, Role role, Instant foundAt) {
    String words =
        "%s is the deputy of %s but may not answer escalations."
            .formatted(name(deputy), standsInFor);
    return new CoverageGap(
        CoverageGapKind.INELIGIBLE_DEPUTY,
        team,
        role,
        null,
        null,
        null,
        TextInput.shortened(words, LONGEST_WORDS),
        foundAt);
  }

  private String name(String login) {
    return staff.name(login);
  }
}
