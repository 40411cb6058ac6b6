package dev.baton.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds the Camunda Form of a task, also while the engine is at it. */
@Component
public class TaskFormSchemas {

  private final FormService formService;
  private final TrustedEngineAccess trust;

  TaskFormSchemas(@Lazy FormService formService, TrustedEngineAccess trust) {
    this.formService = formService;
    this.trust = trust;
  }

  /**
   * The form of a task.
   *
   * @param json its schema; empty for a task without a form, with a form of another kind, or with
   *     one that is not deployed
   * @param isFixed whether all tasks of this step, in this version of the flow, have this very form
   */
  public record TaskFormSchema(Optional<String> json, boolean isFixed) {}

  public TaskFormSchema of(String taskId) {
    return trust.trusted(
        () -> {
          TaskFormData data = formService.getTaskFormData(taskId);
          if (data == null || data.getFormKey() == null && data.getCamundaFormRef() == null) {
            return new TaskFormSchema(Optional.empty(), true);
          }
          boolean isFixed =
              data.getCamundaFormRef() == null
                  || "deployment".equals(data.getCamundaFormRef().getBinding());
          return new TaskFormSchema(content(taskId), isFixed);
        });
  }

  /**
   * Within the running command: one of its own would take the transaction with it when it fails.
   */
  private static Optional<String> content(String taskId) {
    try (InputStream form =
        new GetDeployedTaskFormCmd(taskId).execute(Context.getCommandContext())) {
      String text = new String(form.readAllBytes(), StandardCharsets.UTF_8);
      return text.stripLeading().startsWith("{") ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadUserRequestException notDeployed) {
      return Optional.empty();
    }
  }
}
