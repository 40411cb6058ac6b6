package dev.baton.escalation;

import dev.baton.engine.FlowCancelled;
import dev.baton.engine.RunningFlows;
import dev.baton.incident.reconciliation.ReconciliationReport.Difference;
import dev.baton.incident.reconciliation.ReconciliationReport.DifferenceKind;
import dev.baton.incident.reconciliation.ReconciliationSource;
import dev.baton.web.text.LocalizableText;
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
    List<Escalation> open = record.open();
    Set<String> running =
        flows.running(
            open.stream().map(Escalation::flowInstanceId).filter(Objects::nonNull).toList());
    return open.stream()
        .filter(each -> !running.contains(String.valueOf(each.flowInstanceId())))
        .map(
            each ->
                new Difference(
                    DifferenceKind.ESCALATION_WITHOUT_FLOW,
                    each.incident().value(),
                    String.valueOf(each.flowInstanceId())))
        .toList();
  }

  @EventListener
  void on(FlowCancelled cancelled) {
    if (cancelled.processKey().equals(ESCALATION)) {
      record
          .openIn(cancelled.instanceId())
          .ifPresent(
              each ->
                  escalations.withdraw(
                      each.id(),
                      cancelled.reason() == null
                          ? "Its flow was cancelled."
                          : "Its flow was cancelled: " + cancelled.reason(),
                      cancelled.reason() == null
                          ? LocalizableText.of("ladder.cancelled")
                          : LocalizableText.of("ladder.cancelledFor", cancelled.reason())));
    }
  }
}
