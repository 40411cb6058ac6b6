package dev.baton.desk.web.board;

import dev.baton.desk.web.board.FlowHeatResponse.Step;
import dev.baton.engine.FailedSteps;
import dev.baton.engine.FlowFigures;
import dev.baton.engine.FlowFigures.Stay;
import dev.baton.incident.search.OpenIncidents;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows where incidents wait in their flow, and how long they stayed there recently. */
@Service
@Transactional(readOnly = true)
class FlowHeat {

  private static final String LIFECYCLE = "incident-lifecycle";
  private static final Set<Integer> DAYS = Set.of(7, 30);
  private static final int SAMPLE = 2_000;
  private static final int FAILURES = 5_000;
  private static final int PORTION = 5_000;

  private final FlowFigures figures;
  private final FailedSteps failedSteps;
  private final OpenIncidents incidents;
  private final Clock clock;

  FlowHeat(FlowFigures figures, FailedSteps failedSteps, OpenIncidents incidents, Clock clock) {
    this.figures = figures;
    this.failedSteps = failedSteps;
    this.incidents = incidents;
    this.clock = clock;
  }

  /**
   * @throws InvalidInput unless the days are 7 or 30
   */
  FlowHeatResponse now(BoardFilter filter, int days) {
    if (!DAYS.contains(days)) {
      throw new InvalidInput("days", "must be 7 or 30");
    }
    FlowFigures.Model model = figures.model(LIFECYCLE);
    Map<String, Long> waiting =
        filter.isEverything() ? figures.waiting(LIFECYCLE) : waiting(filter);
    Map<String, Long> failed = failed(filter);
    Map<String, List<Stay>> stays =
        stays(filter, model.steps(), clock.instant().minus(Duration.ofDays(days)));
    Set<String> steps = new LinkedHashSet<>(model.steps());
    waiting.keySet().stream().sorted().forEach(steps::add);
    failed.keySet().stream().sorted().forEach(steps::add);
    return new FlowHeatResponse(
        LIFECYCLE,
        model.name(),
        model.definitionId(),
        model.version(),
        model.tag(),
        days,
        SAMPLE,
        steps.stream()
            .map(
                step ->
                    new Step(
                        step,
                        failedSteps.nameOf(model.definitionId(), step),
                        waiting.getOrDefault(step, 0L),
                        failed.getOrDefault(step, 0L),
                        StayPercentiles.of(stays.getOrDefault(step, List.of()))))
            .toList());
  }

  /** In batches, however many are open. */
  private Map<String, Long> waiting(BoardFilter filter) {
    Map<String, Long> all = new HashMap<>();
    long after = -1;
    List<OpenIncidents.Running> some;
    do {
      some = incidents.running(filter.incidents(), after, PORTION);
      figures
          .waiting(some.stream().map(OpenIncidents.Running::flowInstance).toList())
          .forEach((step, count) -> all.merge(step, count, Long::sum));
      after = some.isEmpty() ? after : some.get(some.size() - 1).id();
    } while (some.size() == PORTION);
    return all;
  }

  private Map<String, Long> failed(BoardFilter filter) {
    List<FailedSteps.FailedStep> places =
        failedSteps.places(FAILURES).stream()
            .filter(place -> place.processKey().equals(LIFECYCLE))
            .toList();
    Set<String> within = within(filter, places.stream().map(FailedSteps.FailedStep::businessKey));
    return places.stream()
        .filter(place -> filter.isEverything() || within.contains(place.businessKey()))
        .collect(Collectors.groupingBy(FailedSteps.FailedStep::step, Collectors.counting()));
  }

  private Map<String, List<Stay>> stays(BoardFilter filter, List<String> steps, Instant since) {
    Map<String, List<Stay>> all = new LinkedHashMap<>();
    if (filter.isEverything()) {
      steps.forEach(step -> all.put(step, figures.stays(LIFECYCLE, step, since, SAMPLE)));
      return all;
    }
    steps.forEach(step -> all.put(step, figures.staysWithKeys(LIFECYCLE, step, since, SAMPLE)));
    Set<String> within =
        within(filter, all.values().stream().flatMap(List::stream).map(Stay::businessKey));
    all.replaceAll(
        (step, found) ->
            found.stream().filter(stay -> within.contains(stay.businessKey())).toList());
    return all;
  }

  private Set<String> within(BoardFilter filter, Stream<String> numbers) {
    return filter.isEverything()
        ? Set.of()
        : incidents
            .within(
                numbers.filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new)),
                filter.incidents())
            .keySet();
  }
}
