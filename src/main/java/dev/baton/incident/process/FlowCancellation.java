package dev.baton.incident.process;

import dev.baton.engine.FlowCancelled;
import dev.baton.incident.IncidentLifecycle;
import dev.baton.incident.IncidentNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Cancels the incident whose flow a person ended from outside, in the same transaction. */
@Component
class FlowCancellation {

  private final IncidentLifecycle lifecycle;

  FlowCancellation(IncidentLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @EventListener(condition = "#cancelled.processKey() == 'incident-lifecycle'")
  void cancelWith(FlowCancelled cancelled) {
    IncidentNumber.parse(cancelled.businessKey())
        .ifPresent(
            number -> lifecycle.cancelWithFlow(number, cancelled.instanceId(), cancelled.reason()));
  }
}
