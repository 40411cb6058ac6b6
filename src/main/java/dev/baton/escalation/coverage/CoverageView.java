package dev.baton.escalation.coverage;

import static java.util.stream.Collectors.groupingBy;

import dev.baton.calendar.CalendarSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The gaps that are ahead.
 *
 * @param checkedAt when all was checked last; null before the first time
 * @param now when this was asked; what of a gap has passed by then is not counted
 */
public record CoverageView(Instant checkedAt, Instant now, List<CoverageGap> gaps) {

  public CoverageView {
    gaps = List.copyOf(gaps);
  }

  /** How long nobody answers, over all posts; rungs that want the same person count once. */
  public Duration uncovered() {
    return uncovered(gaps);
  }

  /** The same for some of the gaps. */
  public Duration uncovered(List<CoverageGap> some) {
    return some.stream()
        .filter(gap -> gap.from() != null)
        .collect(groupingBy(gap -> List.of(String.valueOf(gap.team()), String.valueOf(gap.role()))))
        .values()
        .stream()
        .map(this::length)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private Duration length(List<CoverageGap> ofOnePost) {
    List<CalendarSpan> ahead =
        ofOnePost.stream()
            .map(
                gap ->
                    new CalendarSpan(
                        later(gap.from()), gap.to(), CalendarSpan.SpanKind.OUTSIDE_HOURS, null))
            .sorted(Comparator.comparing(CalendarSpan::from))
            .toList();
    return Intervals.of(ahead).all().stream()
        .map(stretch -> Duration.between(stretch.from(), stretch.to()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private Instant later(Instant from) {
    return from.isBefore(now) ? now : from;
  }
}
