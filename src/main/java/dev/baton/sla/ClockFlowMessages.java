package dev.baton.sla;

import dev.baton.engine.Flows;
import dev.baton.sla.clock.ClockSnapshot;
import dev.baton.sla.clock.ClockState;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the flow that watches a clock what became of it. */
@Component
class ClockFlowMessages {

  private static final Logger LOG = LoggerFactory.getLogger(ClockFlowMessages.class);

  private final Flows flows;

  ClockFlowMessages(Flows flows) {
    this.flows = flows;
  }

  /** Tells what changed between the two readings, if the flow has begun to watch. */
  void tell(Obligation obligation, ClockSnapshot before, ClockSnapshot after) {
    String message = message(before, after);
    if (message == null || obligation.clockInstance() == null) {
      return; // a flow that begins to watch looks for itself
    }
    // Asked first: a message that nobody waits for would take the whole transaction with it.
    if (flows.listensTo(obligation.clockInstance(), message)) {
      flows.tell(obligation.clockInstance(), message, Map.of());
    } else {
      LOG.warn(
          "The clock of obligation {} on {} does not wait for {} now; it looks again by itself.",
          obligation.id(),
          obligation.incident(),
          message);
    }
  }

  private static String message(ClockSnapshot before, ClockSnapshot after) {
    boolean ran = before.state() == ClockState.RUNNING;
    boolean runs = after.state() == ClockState.RUNNING;
    if (after.isOver()) {
      return after.state() == ClockState.STOPPED ? "clockStopped" : "clockMet";
    }
    if (ran != runs) {
      return runs ? "clockResumed" : "clockPaused";
    }
    boolean moved =
        !after.terms().equals(before.terms())
            || after.epoch() != before.epoch()
            || !Objects.equals(after.dueAt(), before.dueAt());
    return moved ? "clockRetargeted" : null;
  }
}
