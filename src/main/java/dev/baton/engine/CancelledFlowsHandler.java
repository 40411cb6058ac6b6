package dev.baton.engine;

import java.util.List;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.context.ApplicationEventPublisher;

/** Hears of instances that a person ended from outside, and passes it on. */
class CancelledFlowsHandler implements HistoryEventHandler {

  private final ApplicationEventPublisher events;

  CancelledFlowsHandler(ApplicationEventPublisher events) {
    this.events = events;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricProcessInstanceEventEntity instance
        && HistoricProcessInstance.STATE_EXTERNALLY_TERMINATED.equals(instance.getState())) {
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
