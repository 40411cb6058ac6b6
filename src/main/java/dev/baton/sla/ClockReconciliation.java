package dev.baton.sla;

import dev.baton.engine.RunningFlows;
import dev.baton.incident.reconciliation.ReconciliationReport.Difference;
import dev.baton.incident.reconciliation.ReconciliationReport.DifferenceKind;
import dev.baton.incident.reconciliation.ReconciliationSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds open obligations whose clock no flow watches, for instance after a manual cancellation. */
@Component
class ClockReconciliation implements ReconciliationSource {

  private final ClockLedger ledger;
  private final RunningFlows flows;

  ClockReconciliation(ClockLedger ledger, RunningFlows flows) {
    this.ledger = ledger;
    this.flows = flows;
  }

  @Override
  public List<Difference> differences() {
    List<ClockLedger.WatchedObligation> open = ledger.open();
    Set<String> running =
        flows.running(
            open.stream()
                .map(ClockLedger.WatchedObligation::instance)
                .filter(Objects::nonNull)
                .toList());
    return open.stream()
        .filter(watched -> !running.contains(String.valueOf(watched.instance())))
        .map(
            watched ->
                new Difference(
                    DifferenceKind.CLOCK_WITHOUT_FLOW,
                    watched.incident(),
                    String.valueOf(watched.instance())))
        .toList();
  }
}
