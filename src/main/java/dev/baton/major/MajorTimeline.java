package dev.baton.major;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.TimelineEntry;
import dev.baton.incident.timeline.Timelines;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The timeline of a major incident: journals and contacts of it and of its related incidents in one
 * order. An update stands there once, not again on each related one.
 */
@Service
@Transactional(readOnly = true)
public class MajorTimeline {

  private final MajorIncidents majors;
  private final Timelines timelines;

  MajorTimeline(MajorIncidents majors, Timelines timelines) {
    this.majors = majors;
    this.timelines = timelines;
  }

  /** One thing that happened, and to which incident. */
  public record Line(
      Instant at, String incident, String kind, String actor, String origin, String text) {}

  /** Oldest first. */
  public List<Line> of(IncidentNumber number) {
    MajorIncident major = majors.get(number);
    Set<Instant> sent =
        majors.updates(major).stream()
            .map(update -> update.view().at())
            .collect(Collectors.toUnmodifiableSet());
    Stream<Line> own = lines(timelines.of(List.of(number)));
    Stream<Line> others =
        lines(timelines.of(majors.links(major).stream().map(RelatedIncidentLink::child).toList()))
            .filter(line -> !(line.kind().equals("CONTACT_OUT") && sent.contains(line.at())));
    return Stream.concat(own, others).sorted(Comparator.comparing(Line::at)).toList();
  }

  private static Stream<Line> lines(Map<IncidentNumber, List<TimelineEntry>> timelines) {
    return timelines.entrySet().stream()
        .flatMap(each -> each.getValue().stream().map(entry -> line(each.getKey(), entry)));
  }

  private static Line line(IncidentNumber number, TimelineEntry entry) {
    return new Line(
        entry.at(), number.value(), entry.kind(), entry.actor(), entry.origin(), entry.text());
  }
}
