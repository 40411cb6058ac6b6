package dev.baton.engine.configuration;

import dev.baton.engine.FlowCancelled;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.context.ApplicationEventPublisher;

/** Publishes an event when a person ends an instance from outside. */
class CancelledFlowsHandler implements HistoryEventHandler {

  /** Deleted by a person, or by a call that did not say so; an instance that ran out is neither. */
  private static final Set<String> CANCELLED =
      Set.of(
          HistoricProcessInstance.STATE_EXTERNALLY_TERMINATED,
          HistoricProcessInstance.STATE_INTERNALLY_TERMINATED);

  private final ApplicationEventPublisher events;

  CancelledFlowsHandler(ApplicationEventPublisher events) {
    this.events = events;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricProcessInstanceEventEntity instance
        && instance.getSuperProcessInstanceId() == null
        && CANCELLED.contains(instance.getState())) {
      events.publishEvent(
          new FlowCancelled(
              instance.getProcessDefinitionKey(),
              instance.getProcessInstanceId(),
              instance.getBusinessKey(),
              instance.getDeleteReason()));
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }
}
