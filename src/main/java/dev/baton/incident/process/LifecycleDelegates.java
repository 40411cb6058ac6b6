package dev.baton.incident.process;

import dev.baton.engine.BuildingBlock;
import dev.baton.engine.Flows;
import dev.baton.engine.InternalStep;
import dev.baton.incident.IncidentLifecycle;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The small steps of the incident's lifecycle; the longer ones are classes of their own. */
@Configuration(proxyBeanMethods = false)
class LifecycleDelegates {

  private static final String ANSWER = "answerAwaited";

  /** Records that work has begun. */
  @BuildingBlock(name = "Start work", description = "Records that work on the incident has begun.")
  @Bean
  JavaDelegate startWork(IncidentLifecycle incidents) {
    return execution -> incidents.start(FormInput.number(execution));
  }

  /** Ends the hold; work goes on. */
  @BuildingBlock(
      name = "Resume work",
      description = "Ends the hold. Paused clocks run again.",
      needs = {"note"})
  @Bean
  JavaDelegate resumeWork(IncidentLifecycle incidents) {
    return execution ->
        incidents.resume(FormInput.number(execution), FormInput.text(execution, "note"));
  }

  /** Hands a waiting incident to another team; its waiting task moves with it. */
  @BuildingBlock(
      name = "Hand over while waiting",
      description = "Hands a waiting incident to another team; its open tasks move with it.",
      needs = {"toTeam", "toAssignee", "note"},
      sets = {"team"})
  @Bean
  JavaDelegate handOver(Reassign reassign, UpdateOpenTasks openTasks) {
    return execution -> openTasks.offer(execution.getProcessInstanceId(), reassign.hand(execution));
  }

  /** Records that the requester wrote, and whether the flow is waiting for it. */
  @BuildingBlock(
      name = "Note the reply",
      description = "Records that the requester wrote, and whether somebody was waiting for it.",
      sets = {"isAwaited", "answered"})
  @Bean
  JavaDelegate noteReply(IncidentLifecycle incidents) {
    return execution -> {
      boolean awaited = incidents.noteReply(FormInput.number(execution));
      FormInput.pass(execution, "isAwaited", awaited);
      if (awaited) {
        StoredVariables.set(execution, IncidentVariables.ANSWERED, true);
      }
    };
  }

  /** Passes an answer to the wait that asked for it; if that is over by now, nothing is lost. */
  @InternalStep(
      "It is a message event, not a step: it tells the waiting task of the same incident.")
  @Bean
  JavaDelegate passAnswerOn(Flows flows) {
    return execution -> {
      String instance = execution.getProcessInstanceId();
      if (flows.listensTo(instance, ANSWER)) {
        flows.tell(instance, ANSWER, Map.of());
      }
    };
  }

  /** Links the incident to the one it duplicates. */
  @BuildingBlock(
      name = "Link the duplicate",
      description = "Links the incident to the one that it duplicates.",
      needs = {"duplicateOf"})
  @Bean
  JavaDelegate linkDuplicate(IncidentLifecycle incidents) {
    return execution ->
        incidents.linkDuplicate(
            FormInput.number(execution), FormInput.text(execution, "duplicateOf"));
  }

  /** Reopens a resolved incident. */
  @BuildingBlock(
      name = "Reopen",
      description = "Reopens a resolved incident. Its clocks go on.",
      needs = {"note"})
  @Bean
  JavaDelegate reopen(IncidentLifecycle incidents) {
    return execution -> {
      String note = FormInput.text(execution, "note");
      if (note == null && "rejected".equals(execution.getVariable(IncidentVariables.OUTCOME))) {
        throw new InvalidInput("note", LocalizableText.of("refused.reopen.note"));
      }
      incidents.reopen(FormInput.number(execution), note);
    };
  }

  /** Closes the incident. */
  @BuildingBlock(
      name = "Close the incident",
      description = "Closes the incident. It must be resolved or a duplicate.")
  @Bean
  JavaDelegate closeIncident(IncidentLifecycle incidents) {
    return execution -> incidents.close(FormInput.number(execution));
  }

  /** Cancels the incident. */
  @BuildingBlock(
      name = "Cancel the incident",
      description = "Cancels the incident. Its clocks stop.",
      needs = {"note"})
  @Bean
  JavaDelegate cancelIncident(IncidentLifecycle incidents) {
    return execution ->
        incidents.cancel(FormInput.number(execution), FormInput.text(execution, "note"));
  }
}
