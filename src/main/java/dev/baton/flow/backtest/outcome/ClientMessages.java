package dev.baton.flow.backtest.outcome;

import dev.baton.client.Tier;
import dev.baton.flow.backtest.replay.AnnouncedEvents;
import dev.baton.flow.backtest.replay.ScratchDesk;
import dev.baton.incident.IncidentView;
import dev.baton.notification.Audience;
import dev.baton.notification.NotificationEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Counts the messages that a requester would have received, by the communication plan of the
 * release and the incident's last priority. A replay sends none.
 */
final class ClientMessages {

  private static final String PLAN = "notification-plan";

  private final AnnouncedEvents announced;
  private final DecisionService decisions;
  private final Map<PlanQuestion, Integer> answers = new HashMap<>();

  /** What the plan decides by. */
  private record PlanQuestion(String event, Tier tier, String priority, boolean isMajor) {}

  ClientMessages(ScratchDesk desk) {
    this.announced = desk.bean(AnnouncedEvents.class);
    this.decisions = desk.bean(DecisionService.class);
  }

  /** Messages by event. */
  Map<String, Integer> of(IncidentView incident, Tier tier) {
    Map<String, Integer> messages = new TreeMap<>();
    boolean isMajor = false;
    for (String event : announced.of(incident.number())) {
      isMajor |= event.equals(NotificationEvent.MAJOR_DECLARED.code());
      int count =
          answers.computeIfAbsent(
              new PlanQuestion(event, tier, incident.priority().name(), isMajor), this::ask);
      if (count > 0) {
        messages.merge(event, count, Integer::sum);
      }
      isMajor &= !event.equals(NotificationEvent.MAJOR_ENDED.code());
    }
    return messages;
  }

  private int ask(PlanQuestion question) {
    try {
      return (int)
          decisions
              .evaluateDecisionTableByKey(
                  PLAN,
                  Variables.putValue("event", question.event())
                      .putValue("tier", question.tier().name())
                      .putValue("priority", question.priority())
                      .putValue("isMajor", question.isMajor()))
              .collectEntries("audience")
              .stream()
              .filter(Audience.REQUESTER.name()::equals)
              .count();
    } catch (ProcessEngineException noAnswer) {
      return 0; // the flow that tells people would stop here
    }
  }
}
