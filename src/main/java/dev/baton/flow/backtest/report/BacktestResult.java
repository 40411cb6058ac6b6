package dev.baton.flow.backtest.report;

import dev.baton.flow.backtest.log.SkippedLine;
import dev.baton.flow.backtest.replay.ReplayedIncident;
import dev.baton.flow.backtest.replay.SimulatedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a back-test found out.
 *
 * @param log the name of the file
 * @param timersFired how many timers the passing of time set off
 * @param closedByTimer incidents that Baton closed by itself
 * @param verdicts of the obligations; empty when nothing was promised
 * @param escalations of the ladder; empty without a rota
 * @param took from the first event to the last timer
 */
public record BacktestResult(
    String log,
    int incidents,
    int events,
    int refusedEvents,
    List<OutcomeMatch> agreements,
    List<Disagreement> disagreements,
    List<RefusalGroup> refusals,
    List<SkippedLine> badLines,
    List<OpenIncidentsPerDay> openPerDay,
    int timersFired,
    int failedJobs,
    long closedByTimer,
    long closedByLog,
    Optional<ObligationVerdicts> verdicts,
    Optional<EscalationCounts> escalations,
    Duration took) {

  /** The events that were refused for one reason, with the first of them. */
  record RefusalGroup(String reason, int events, List<RefusedLine> examples) {}

  record RefusedLine(int line, String incident, String state) {}

  private static final int EXAMPLES = 10;

  public static BacktestResult of(
      String log,
      Collection<ReplayedIncident> incidents,
      List<SkippedLine> badLines,
      SimulatedTime time,
      boolean closesByLog,
      Optional<ObligationVerdicts> verdicts,
      Optional<EscalationCounts> escalations,
      Duration took) {
    Comparison comparison = Comparison.of(incidents, closesByLog);
    return new BacktestResult(
        log,
        incidents.size(),
        incidents.stream().mapToInt(incident -> incident.rows().size()).sum(),
        incidents.stream().mapToInt(incident -> incident.refusals().size()).sum(),
        comparison.agreements(),
        comparison.disagreements(),
        refusalsOf(incidents),
        badLines,
        OpenIncidentsPerDay.count(incidents),
        time.fired(),
        time.failed(),
        incidents.stream().filter(ReplayedIncident::isClosedInBaton).count()
            - incidents.stream().filter(ReplayedIncident::isClosedByLog).count(),
        incidents.stream().filter(ReplayedIncident::isClosedByLog).count(),
        verdicts,
        escalations,
        took);
  }

  double seconds() {
    return took.toMillis() / 1000.0;
  }

  double eventsPerSecond() {
    return events / Math.max(0.001, seconds());
  }

  /** How many incidents the log closed by its job five days after they were resolved. */
  int autoCloseCases() {
    return agreements.stream()
        .filter(agreement -> agreement.dimension() == ComparedAspect.AUTO_CLOSE)
        .mapToInt(OutcomeMatch::cases)
        .sum();
  }

  private static List<RefusalGroup> refusalsOf(Collection<ReplayedIncident> incidents) {
    Map<String, List<RefusedLine>> byReason = new LinkedHashMap<>();
    incidents.stream()
        .flatMap(incident -> incident.refusals().stream())
        .forEach(
            refused ->
                byReason
                    .computeIfAbsent(refused.refusal().reason(), reason -> new ArrayList<>())
                    .add(
                        new RefusedLine(
                            refused.row().line(),
                            refused.row().incident(),
                            refused.row().state().toString())));
    return byReason.entrySet().stream()
        .map(
            group ->
                new RefusalGroup(
                    group.getKey(),
                    group.getValue().size(),
                    group.getValue().stream().limit(EXAMPLES).toList()))
        .sorted((one, other) -> other.events() - one.events())
        .toList();
  }
}
