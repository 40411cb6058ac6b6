package dev.baton.escalation;

import dev.baton.engine.FlowCancelled;
import dev.baton.engine.RunningFlows;
import dev.baton.incident.reconciliation.ReconciliationReport.Difference;
import dev.baton.incident.reconciliation.ReconciliationReport.DifferenceKind;
import dev.baton.incident.reconciliation.ReconciliationSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Finds open escalations without a running flow, and ends those whose flow is cancelled. */
@Component
class EscalationReconciliation implements ReconciliationSource {

  private static final String ESCALATION = "escalation";

  private final EscalationRepository record;
  private final EscalationLifecycle escalations;
  private final RunningFlows flows;

  EscalationReconciliation(
      EscalationRepository record, EscalationLifecycle escalations, RunningFlows flows) {
    this.record = record;
    this.escalations = escalations;
    this.flows = flows;
  }

  @Override
  public List<Difference> differences() {
    List<Escalation> climbing = record.open();
    Set<String> running =
        flows.running(
            climbing.stream().map(Escalation::flowInstanceId).filter(Objects::nonNull).toList());
    return climbing.stream()
        .filter(open -> !running.contains(String.valueOf(open.flowInstanceId())))
        .map(
            open ->
                new Difference(
                    DifferenceKind.ESCALATION_WITHOUT_FLOW,
                    open.incident().value(),
                    String.valueOf(open.flowInstanceId())))
        .toList();
  }

  @EventListener
  void on(FlowCancelled cancelled) {
    if (cancelled.processKey().equals(ESCALATION)) {
      record
          .openIn(cancelled.instanceId())
          .ifPresent(
              open ->
                  escalations.withdraw(
                      open.id(),
                      cancelled.reason() == null
                          ? "Its flow was cancelled."
                          : "Its flow was cancelled: " + cancelled.reason()));
    }
  }
}
