package dev.baton.escalation.coverage;

import dev.baton.staff.Role;
import dev.baton.staff.rota.Duty;
import dev.baton.staff.rota.Post;
import dev.baton.staff.rota.Presence;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says whom to ask to close the gaps of a team or of the desk, and in which words. */
@Service
@Transactional(readOnly = true)
public class CoverageGapTask {

  private static final int LISTED = 8;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Coverage coverage;
  private final Duty duty;
  private final Clock clock;

  CoverageGapTask(Coverage coverage, Duty duty, Clock clock) {
    this.coverage = coverage;
    this.duty = duty;
    this.clock = clock;
  }

  /**
   * A request to close gaps.
   *
   * @param group whoever is in it may do it
   * @param assignee whose it is, if one person alone leads; or null
   * @param due when the first of them begins; null if none begins at a time
   */
  public record GapTaskDetails(String description, String group, String assignee, Instant due) {}

  public GapTaskDetails of(CoverageScope place) {
    List<CoverageGap> gaps =
        coverage.of(place).gaps().stream().filter(CoverageGap::asksForMending).toList();
    Role leading = place.team().isPresent() ? Role.TEAM_LEAD : Role.SERVICE_DESK_MANAGER;
    Post post = new Post(place.team().orElse(null), leading);
    List<Presence> leads = duty.presences(post, clock.instant());
    return new GapTaskDetails(
        description(gaps),
        leading.group(),
        leads.size() == 1 ? leads.get(0).login() : null,
        gaps.stream().map(CoverageGap::from).filter(Objects::nonNull).findFirst().orElse(null));
  }

  private static String description(List<CoverageGap> gaps) {
    String listed =
        gaps.stream().limit(LISTED).map(CoverageGapTask::words).collect(Collectors.joining("\n"));
    return gaps.size() <= LISTED
        ? listed
        : "%s\nand %d more.".formatted(listed, gaps.size() - LISTED);
  }

  private static String words(CoverageGap gap) {
    return gap.from() == null
        ? gap.words()
        : "%s to %s UTC: %s".formatted(WHEN.format(gap.from()), WHEN.format(gap.to()), gap.words());
  }
}
