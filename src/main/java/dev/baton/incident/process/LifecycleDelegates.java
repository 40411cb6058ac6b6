package dev.baton.incident.process;

import dev.baton.engine.Flows;
import dev.baton.incident.IncidentLifecycle;
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
  @Bean
  JavaDelegate startWork(IncidentLifecycle incidents) {
    return execution -> incidents.start(FormInput.number(execution));
  }

  /** Ends the hold; work goes on. */
  @Bean
  JavaDelegate resumeWork(IncidentLifecycle incidents) {
    return execution ->
        incidents.resume(FormInput.number(execution), FormInput.text(execution, "note"));
  }

  /** Hands a waiting incident to another team; its waiting task moves with it. */
  @Bean
  JavaDelegate handOver(Reassign reassign, UpdateOpenTasks openTasks) {
    return execution -> openTasks.offer(execution.getProcessInstanceId(), reassign.hand(execution));
  }

  /** Records that the requester wrote, and whether the flow is waiting for it. */
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
  @Bean
  JavaDelegate linkDuplicate(IncidentLifecycle incidents) {
    return execution ->
        incidents.linkDuplicate(
            FormInput.number(execution), FormInput.text(execution, "duplicateOf"));
  }

  /** Reopens a resolved incident. */
  @Bean
  JavaDelegate reopen(IncidentLifecycle incidents) {
    return execution -> {
      String note = FormInput.text(execution, "note");
      if (note == null && "rejected".equals(execution.getVariable(IncidentVariables.OUTCOME))) {
        throw new InvalidInput("note", "Say what is still wrong.");
      }
      incidents.reopen(FormInput.number(execution), note);
    };
  }

  /** Closes the incident. */
  @Bean
  JavaDelegate closeIncident(IncidentLifecycle incidents) {
    return execution -> incidents.close(FormInput.number(execution));
  }

  /** Cancels the incident. */
  @Bean
  JavaDelegate cancelIncident(IncidentLifecycle incidents) {
    return execution ->
        incidents.cancel(FormInput.number(execution), FormInput.text(execution, "note"));
  }
}
