package dev.baton.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.TaskFormData;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds the Camunda Form of a task while the engine is at it. */
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
   * @param schema as JSON; null for a task without a form
   * @param isFixed whether all tasks of this step, in this version of the flow, have this very form
   */
  public record TaskFormSchema(String schema, boolean isFixed) {

    public Optional<String> json() {
      return Optional.ofNullable(schema);
    }
  }

  public TaskFormSchema of(DelegateTask task) {
    return trust.trusted(
        () -> {
          TaskFormData data = formService.getTaskFormData(task.getId());
          CamundaFormRef form = data == null ? null : data.getCamundaFormRef();
          return form == null
              ? new TaskFormSchema(null, true)
              : new TaskFormSchema(content(task.getId()), "deployment".equals(form.getBinding()));
        });
  }

  private String content(String taskId) {
    try (InputStream form = formService.getDeployedTaskForm(taskId)) {
      return new String(form.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
