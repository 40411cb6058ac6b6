package dev.baton.sla;

import dev.baton.incident.IncidentNumber;
import dev.baton.sla.clock.MilestoneView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The obligations of incidents and their state. */
@Service
@Transactional(readOnly = true)
public class Obligations {

  private final ClockLedger ledger;

  Obligations(ClockLedger ledger) {
    this.ledger = ledger;
  }

  /** The obligations of one incident: response, resolution, update. */
  public List<ObligationView> of(IncidentNumber number) {
    return ledger.obligations(number).stream().map(Obligation::view).toList();
  }

  /** The obligations of several incidents, by number. Incidents without any are left out. */
  public Map<String, List<ObligationView>> of(Collection<String> numbers) {
    return ledger.obligations(numbers).stream()
        .map(Obligation::view)
        .collect(Collectors.groupingBy(ObligationView::incident));
  }

  /** The milestones that an obligation has reached, in order. */
  public List<MilestoneView> milestones(long obligationId) {
    return ledger.milestones(ledger.obligation(obligationId)).stream()
        .map(RecordedMilestone::view)
        .toList();
  }
}
