package dev.baton.incident.reconciliation;

import dev.baton.engine.RunningFlows;
import dev.baton.incident.Incidents;
import dev.baton.incident.OpenIncident;
import dev.baton.incident.reconciliation.ReconciliationReport.Difference;
import dev.baton.incident.reconciliation.ReconciliationReport.DifferenceKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Compares the two truths, the stored incidents and the running flows, and reports what one has and
 * the other lacks: at start-up, nightly, and when asked. Mends nothing by itself.
 */
@Service
public class Reconciliation {

  /** The flow that every open incident has. */
  public static final String INCIDENT_LIFECYCLE = "incident-lifecycle";

  /** In place of the id of an instance: the flow has not started yet. */
  private static final String NONE = "none";

  private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

  private final Incidents incidents;
  private final RunningFlows flows;
  private final List<ReconciliationSource> others;
  private final Clock clock;
  private final AtomicReference<ReconciliationReport> latest = new AtomicReference<>();

  Reconciliation(
      Incidents incidents,
      RunningFlows flows,
      List<ReconciliationSource> others,
      Clock clock,
      MeterRegistry metrics) {
    this.incidents = incidents;
    this.flows = flows;
    this.others = others;
    this.clock = clock;
    for (DifferenceKind kind : DifferenceKind.values()) {
      Gauge.builder("baton.reconciliation.differences", () -> countOf(kind))
          .description("Differences between stored incidents and running flows at the last check")
          .tag("kind", kind.metric())
          .register(metrics);
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void atStart() {
    reconcile();
  }

  /** Compares now. Changes made meanwhile do not count: a difference must be seen twice. */
  public ReconciliationReport reconcile() {
    Set<Difference> differences = differences();
    if (!differences.isEmpty()) {
      differences.retainAll(differences());
    }
    ReconciliationReport report =
        new ReconciliationReport(clock.instant(), List.copyOf(differences));
    latest.set(report);
    differences.forEach(found -> log.warn("Reconciliation: {}", found.text()));
    if (differences.isEmpty()) {
      log.info("Reconciliation: incidents and flows agree");
    }
    return report;
  }

  private Set<Difference> differences() {
    Map<String, String> open =
        incidents.open().stream()
            .collect(
                Collectors.toMap(
                    OpenIncident::number,
                    incident -> Objects.requireNonNullElse(incident.flowInstanceId(), NONE)));
    List<RunningFlows.Instance> running = flows.instancesOf(INCIDENT_LIFECYCLE);
    Set<String> runningIds =
        running.stream().map(RunningFlows.Instance::id).collect(Collectors.toSet());

    List<Difference> found = new ArrayList<>();
    open.forEach(
        (number, instance) -> {
          if (!runningIds.contains(instance)) {
            found.add(new Difference(DifferenceKind.INCIDENT_WITHOUT_FLOW, number, instance));
          }
        });
    for (RunningFlows.Instance instance : running) {
      if (!instance.id().equals(open.get(instance.businessKey()))) {
        found.add(
            new Difference(
                DifferenceKind.FLOW_WITHOUT_INCIDENT, instance.businessKey(), instance.id()));
      }
    }
    for (RunningFlows.OpenTask task : flows.tasksOf(INCIDENT_LIFECYCLE)) {
      if (task.businessKey() == null || !open.containsKey(task.businessKey())) {
        found.add(
            new Difference(DifferenceKind.TASK_WITHOUT_INCIDENT, task.businessKey(), task.id()));
      }
    }
    others.forEach(records -> found.addAll(records.differences()));
    return new LinkedHashSet<>(found);
  }

  private double countOf(DifferenceKind kind) {
    ReconciliationReport report = latest.get();
    return report == null
        ? 0
        : report.differences().stream().filter(found -> found.kind() == kind).count();
  }
}
