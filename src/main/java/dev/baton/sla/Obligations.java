package dev.baton.sla;

import dev.baton.incident.IncidentNumber;
import dev.baton.sla.clock.MilestoneView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows how the obligations of incidents stand. */
@Service
@Transactional(readOnly = true)
public class Obligations {

  private final ClockLedger ledger;

  Obligations(ClockLedger ledger) {
    this.ledger = ledger;
  }

  /** Of one incident: response, resolution, update. */
  public List<ObligationView> of(IncidentNumber number) {
    return ledger.obligations(number).stream().map(Obligation::view).toList();
  }

  /** Of several incidents, by number; an incident without any is left out. */
  public Map<String, List<ObligationView>> of(Collection<String> numbers) {
    return ledger.obligations(numbers).stream()
        .map(Obligation::view)
        .collect(Collectors.groupingBy(ObligationView::incident));
  }

  /** The milestones that an obligation reached, in their order. */
  public List<MilestoneView> milestones(long obligationId) {
    return ledger.milestones(ledger.obligation(obligationId)).stream()
        .map(RecordedMilestone::view)
        .toList();
  }
}
