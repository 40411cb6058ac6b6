package dev.baton.escalation.process;

import dev.baton.engine.BlockInput;
import dev.baton.engine.BuildingBlock;
import dev.baton.escalation.ClockEscalations;
import dev.baton.escalation.EscalationLifecycle;
import dev.baton.escalation.Escalations;
import dev.baton.escalation.IncidentEscalations;
import dev.baton.escalation.ResponderLookup;
import dev.baton.escalation.Trigger;
import dev.baton.sla.process.ClockMilestones;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The small steps of an escalation; the longer ones are classes of their own. */
@Configuration(proxyBeanMethods = false)
class EscalationDelegates {

  /** In the incident's flow: asks for help up the ladder, in the agent's words. */
  @BuildingBlock(
      name = "Ask for help",
      description =
          "Raises an escalation with the words of the agent. The assignee keeps the work.",
      needs = {"note"})
  @Bean
  JavaDelegate askForHelp(Escalations escalations) {
    return execution -> {
      String note = EscalationExecution.taken(execution, "note");
      if (note == null) {
        throw new InvalidInput("note", LocalizableText.of("refused.escalation.note"));
      }
      escalations.askForHelp(EscalationExecution.incident(execution), note);
    };
  }

  /** In the flow of a clock: raises an escalation for the milestone that was reached, once. */
  @BuildingBlock(
      name = "Escalate the milestone",
      description =
          "Escalates the incident for the milestone that its clock reached, once. The escalation"
              + " ladder says who is called, and when.",
      needs = {"obligationId"})
  @Bean
  JavaDelegate escalateMilestone(ClockEscalations escalations, ClockMilestones milestones) {
    return execution -> milestones.reachedIn(execution).ifPresent(escalations::raise);
  }

  /** In the incident's flow: escalates the incident for the trigger that the step names. */
  @BuildingBlock(
      name = "Escalate",
      description =
          "Raises an escalation, or raises the running one further. escalation-ladder.dmn says who"
              + " is notified.",
      inputs =
          @BlockInput(
              name = "trigger",
              label = "Because",
              description = "What the ladder's column Trigger is compared with",
              value = "HELP_ASKED",
              words = {
                "VIP",
                "COMPLAINT",
                "HELP_ASKED",
                "MAJOR",
                "STUCK",
                "PING_PONG",
                "UPDATE_MISSED",
                "RESPONSE_AT_RISK",
                "RESPONSE_BREACHED",
                "RESOLUTION_AT_RISK",
                "RESOLUTION_BREACHED"
              }))
  @Bean
  JavaDelegate escalate(IncidentEscalations incidents) {
    return execution -> {
      Object trigger = execution.getVariable(EscalationVariables.TRIGGER);
      incidents.escalate(
          EscalationExecution.incident(execution), Trigger.parse(String.valueOf(trigger)));
    };
  }

  /** Gives the ladder's table the facts of the incident that it asks for. */
  @Bean
  ExecutionListener describeEscalation(EscalationLifecycle lifecycle) {
    return execution -> {
      var facts = lifecycle.facts(EscalationExecution.id(execution, lifecycle));
      DelegateExecution instance = execution.getProcessInstance();
      instance.setVariable(EscalationVariables.TIER, facts.tier());
      instance.setVariable(EscalationVariables.PRIORITY, facts.priority());
    };
  }

  /** Finds who answers on the rung, and tells that person. */
  @BuildingBlock(
      name = "Find and notify a responder",
      description = "Finds who is on duty on this rung of the ladder, and notifies that person.",
      sets = {"found", "dueAt"})
  @Bean
  JavaDelegate findResponder(ResponderLookup responders, EscalationLifecycle lifecycle) {
    return execution -> {
      var search = responders.find(EscalationExecution.id(execution, lifecycle));
      DelegateExecution instance = execution.getProcessInstance();
      instance.setVariable(EscalationVariables.FOUND, search.found());
      instance.setVariable(EscalationVariables.DUE_AT, EscalationExecution.date(search.dueAt()));
    };
  }

  /** Records who answered, and by when a decision is expected. */
  @BuildingBlock(
      name = "Record the acknowledgement",
      description = "Records who took the escalation, and by when a decision is expected.",
      sets = {"dueAt"})
  @Bean
  JavaDelegate recordAcknowledgement(EscalationLifecycle lifecycle) {
    return execution -> {
      Instant due = lifecycle.acknowledge(EscalationExecution.id(execution, lifecycle));
      DelegateExecution instance = execution.getProcessInstance();
      instance.setVariable(EscalationVariables.DUE_AT, EscalationExecution.date(due));
    };
  }

  /** Goes up one rung; at the top, starts the top rung again. */
  @BuildingBlock(
      name = "Move to the next rung",
      description = "Moves the escalation up one rung. At the top it starts the top rung again.",
      sets = {"rung"})
  @Bean({"raiseToNextRung", "climbOn"})
  JavaDelegate raiseToNextRung(EscalationLifecycle lifecycle) {
    return execution -> {
      long id = EscalationExecution.id(execution, lifecycle);
      lifecycle.escalate(id);
      DelegateExecution instance = execution.getProcessInstance();
      instance.setVariable(EscalationVariables.RUNG, lifecycle.standing(id).rung());
    };
  }

  /** Ends the escalation: the incident no longer needs anybody higher. */
  @BuildingBlock(
      name = "Withdraw the escalation",
      description = "Ends the escalation because nobody higher is needed any more.")
  @Bean
  JavaDelegate withdrawEscalation(EscalationLifecycle lifecycle) {
    return execution ->
        lifecycle.withdraw(
            EscalationExecution.id(execution, lifecycle),
            "The incident is resolved or over.",
            LocalizableText.of("ladder.over"));
  }
}
