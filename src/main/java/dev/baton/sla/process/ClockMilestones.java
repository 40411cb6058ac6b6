package dev.baton.sla.process;

import dev.baton.sla.ClockLifecycle;
import dev.baton.sla.ClockMilestone;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Tells the steps behind a milestone which one it is. */
@NamedInterface("milestones")
@Component
public class ClockMilestones {

  private static final String CLOCK = "sla-clock:";

  private final ClockLifecycle clocks;

  ClockMilestones(ClockLifecycle clocks) {
    this.clocks = clocks;
  }

  /** The milestone that this clock reached last; empty in other flows. */
  public Optional<ClockMilestone> reachedIn(DelegateExecution execution) {
    return execution.getProcessDefinitionId().startsWith(CLOCK)
        ? clocks.lastMilestone(ClockFlowIds.incident(execution), ClockFlowIds.obligation(execution))
        : Optional.empty();
  }
}
