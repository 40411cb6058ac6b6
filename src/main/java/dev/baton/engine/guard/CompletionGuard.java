package dev.baton.engine.guard;

import dev.baton.engine.TaskCompletionRules;
import dev.baton.engine.VisitorTexts;
import jakarta.ws.rs.core.Response.Status;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/** Keeps people who are excluded from a task from completing it in Tasklist or by the REST API. */
public class CompletionGuard {

  private final ProcessEngineConfigurationImpl engine;
  private final Supplier<TaskCompletionRules> rules;

  /**
   * @param rules asked when somebody completes a task, since they need the engine themselves
   */
  public CompletionGuard(
      ProcessEngineConfigurationImpl engine, Supplier<TaskCompletionRules> rules) {
    this.engine = engine;
    this.rules = rules;
  }

  /**
   * Checks the person who calls from outside; use cases are checked where they complete a task.
   *
   * @throws InvalidRequestException 409 with the reason if the person is excluded
   */
  void check(String taskId) {
    Authentication person = engine.getIdentityService().getCurrentAuthentication();
    if (taskId == null || !UserInputRules.isFrom(person)) {
      return;
    }
    rules
        .get()
        .refusal(taskId, person.getUserId())
        .ifPresent(
            reason -> {
              throw new InvalidRequestException(Status.CONFLICT, VisitorTexts.of(reason));
            });
  }
}
