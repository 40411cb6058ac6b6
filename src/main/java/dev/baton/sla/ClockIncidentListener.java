package dev.baton.sla;

import dev.baton.incident.IncidentEvent;
import dev.baton.sla.clock.ClockEvent;
import dev.baton.sla.clock.ClockSnapshot;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Applies what happens to an incident to its clocks, in the same transaction, so that no pause is
 * lost however a flow is drawn.
 */
@Component
class ClockIncidentListener {

  /** After these events no new task is created, so the open one is updated here. */
  private static final Set<ClockEvent.Type> WORK_STAYS_OPEN =
      EnumSet.of(ClockEvent.Type.ANSWERED, ClockEvent.Type.CLIENT_WROTE);

  private final ClockLedger ledger;
  private final ClockLifecycle clocks;
  private final ClockFlowMessages messages;
  private final TaskDeadlines openWork;

  ClockIncidentListener(
      ClockLedger ledger,
      ClockLifecycle clocks,
      ClockFlowMessages messages,
      TaskDeadlines openWork) {
    this.ledger = ledger;
    this.clocks = clocks;
    this.messages = messages;
    this.openWork = openWork;
  }

  @EventListener
  void take(IncidentEvent happened) {
    List<Obligation> open =
        ledger.obligations(happened.number()).stream().filter(o -> !o.isOver()).toList();
    List<RecordedEvent> before =
        open.isEmpty() ? List.of() : ledger.events(happened.number().value());
    List<ClockSnapshot> readings = open.stream().map(o -> ledger.read(o, before)).toList();
    ClockEvent.Type type = type(happened.kind());
    if (happened.isAnswer() && type != ClockEvent.Type.ANSWERED) {
      record(happened, ClockEvent.Type.ANSWERED);
    }
    record(happened, type);
    if (open.isEmpty()) {
      return;
    }
    List<RecordedEvent> after = ledger.events(happened.number().value());
    for (int i = 0; i < open.size(); i++) {
      change(open.get(i), readings.get(i), ledger.read(open.get(i), after), happened);
    }
    ledger.flush();
    if (WORK_STAYS_OPEN.contains(type)) {
      openWork.show(happened.number(), TaskDeadlineCalculator.of(open));
    }
  }

  private void record(IncidentEvent happened, ClockEvent.Type type) {
    ledger.record(
        happened.number(),
        null,
        new ClockEvent(happened.at(), type, happened.holdReason(), null, happened.actor().name()));
  }

  /** Sends at most one message: a clock's flow accepts no second one in the same transaction. */
  private void change(
      Obligation obligation, ClockSnapshot before, ClockSnapshot after, IncidentEvent happened) {
    obligation.changed();
    obligation.shows(after);
    if (happened.kind().endsTheFlow()) {
      clocks.conclude(obligation); // the flow is ending, and its clocks end with it
    } else {
      ledger.flush();
      messages.tell(obligation, before, after);
    }
  }

  private static ClockEvent.Type type(IncidentEvent.IncidentEventKind kind) {
    return switch (kind) {
      case ASSIGNED -> ClockEvent.Type.ASSIGNED;
      case ANSWERED -> ClockEvent.Type.ANSWERED;
      case CLIENT_WROTE -> ClockEvent.Type.CLIENT_WROTE;
      case HELD -> ClockEvent.Type.HELD;
      case RESUMED -> ClockEvent.Type.RESUMED;
      case RESOLVED -> ClockEvent.Type.RESOLVED;
      case REOPENED -> ClockEvent.Type.REOPENED;
      case CLOSED -> ClockEvent.Type.CLOSED;
      case CANCELLED -> ClockEvent.Type.CANCELLED;
    };
  }
}
