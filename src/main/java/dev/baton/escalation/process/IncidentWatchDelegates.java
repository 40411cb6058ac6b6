package dev.baton.escalation.process;

import dev.baton.engine.BuildingBlock;
import dev.baton.engine.InternalStep;
import dev.baton.escalation.Escalations;
import dev.baton.escalation.IncidentWatch;
import dev.baton.escalation.Trigger;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of the watch over stuck incidents. */
@Configuration(proxyBeanMethods = false)
class IncidentWatchDelegates {

  /** Finds incidents in which nothing moves, or that are passed around. */
  @InternalStep("It is about all incidents, every few minutes.")
  @Bean({"findStuckIncidents", "lookForStuck"})
  JavaDelegate findStuckIncidents(IncidentWatch watch) {
    return execution -> watch.look();
  }

  /** Escalates an incident that needs somebody higher. */
  @BuildingBlock(
      name = "Raise an escalation",
      description = "Escalates an incident that does not move.",
      job = true,
      needs = {"trigger", "source", "reason"})
  @Bean({"escalateStuckIncident", "raiseStuck"})
  JavaDelegate escalateStuckIncident(Escalations escalations) {
    return execution ->
        escalations.raise(
            EscalationExecution.incident(execution),
            Trigger.valueOf((String) execution.getVariable(WatchVariables.TRIGGER)),
            (String) execution.getVariable(WatchVariables.SOURCE),
            (String) execution.getVariable(WatchVariables.REASON));
  }
}
