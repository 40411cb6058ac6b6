package dev.baton.sla;

import dev.baton.engine.Flows;
import dev.baton.sla.clock.ClockSnapshot;
import dev.baton.sla.clock.ClockState;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the flow that watches a clock how the clock changed. */
@Component
class ClockFlowMessages {

  private static final Logger LOG = LoggerFactory.getLogger(ClockFlowMessages.class);

  private final Flows flows;

  ClockFlowMessages(Flows flows) {
    this.flows = flows;
  }

  /** Tells the flow what changed between two readings, if it has started watching. */
  void tell(Obligation obligation, ClockSnapshot before, ClockSnapshot after) {
    String message = message(before, after);
    if (message == null || obligation.clockInstance() == null) {
      return; // a flow that starts watching reads the clock itself
    }
    // Check first: a message that nobody waits for would roll back the whole transaction.
    if (flows.listensTo(obligation.clockInstance(), message)) {
      flows.tell(obligation.clockInstance(), message, Map.of());
    } else {
      LOG.warn(
          "The clock of obligation {} on {} is not waiting for {} now; its flow will read the clock"
              + " again.",
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
