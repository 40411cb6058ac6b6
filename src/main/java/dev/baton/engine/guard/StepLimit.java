package dev.baton.engine.guard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * Stops a flow that loops without ever waiting, before the memory is full. The transaction is
 * rolled back, so the flow returns to its previous state.
 */
public class StepLimit implements HistoryEventHandler {

  /**
   * A step is some kilobytes until its transaction ends. The largest runs of ours take hundreds.
   */
  static final int MOST_STEPS = 5_000;

  @Override
  public void handleEvent(HistoryEvent event) {
    CommandContext running = Context.getCommandContext();
    if (running != null
        && event instanceof HistoricActivityInstanceEventEntity step
        && event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
      running.getSession(Steps.class).count(step.getRootProcessInstanceId(), step.getActivityId());
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  public static SessionFactory counting() {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return Steps.class;
      }

      @Override
      public Session openSession() {
        return new Steps();
      }
    };
  }

  /**
   * Of one command, and so of one transaction: for each flow with those that it calls. A use case
   * may move many flows at once.
   */
  static final class Steps implements Session {

    private final Map<String, Integer> begun = new HashMap<>();

    void count(String flow, String step) {
      if (begun.merge(flow, 1, Integer::sum) > MOST_STEPS) {
        throw new ProcessEngineException(
            "The flow took %,d steps without waiting, the last of them '%s'."
                .formatted(MOST_STEPS, step));
      }
    }

    @Override
    public void flush() {
      // nothing is stored
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
