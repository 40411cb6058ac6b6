package dev.baton.engine.guard;

import dev.baton.engine.TaskComments;
import dev.baton.engine.TrustedEngineAccess;
import dev.baton.engine.VisitorTexts;
import dev.baton.web.text.LocalizableText;
import jakarta.ws.rs.core.Response.Status;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;

/**
 * What people may change of a task in Tasklist or by the engine's REST API, apart from working on
 * it: not its dates, which follow from the agreement, and no task that belongs to no flow. A
 * comment goes to whoever keeps the notes.
 */
public class TaskEdits {

  private final ProcessEngineConfigurationImpl engine;
  private final Supplier<TaskComments> comments;

  /**
   * @param comments asked when somebody writes one, since they need the engine themselves
   */
  public TaskEdits(ProcessEngineConfigurationImpl engine, Supplier<TaskComments> comments) {
    this.engine = engine;
    this.comments = comments;
  }

  /** Whether a person calls from outside. */
  boolean isFromPerson() {
    return UserInputRules.isFrom(engine.getIdentityService().getCurrentAuthentication());
  }

  /**
   * Checks a task that a person stores.
   *
   * @throws InvalidRequestException 409 if its dates have changed, 400 if it is new
   */
  void check(Task task) {
    if (!isFromPerson()) {
      return;
    }
    Task stored = stored(task.getId());
    if (stored == null) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST, VisitorTexts.of(LocalizableText.of("refused.task.noFlow")));
    }
    if (!Objects.equals(stored.getDueDate(), task.getDueDate())
        || !Objects.equals(stored.getFollowUpDate(), task.getFollowUpDate())) {
      throw new InvalidRequestException(
          Status.CONFLICT, VisitorTexts.of(LocalizableText.of("refused.task.dates")));
    }
  }

  /**
   * Passes a person's comment on.
   *
   * @return the comment as the engine would show it; it is not stored there
   * @throws InvalidRequestException 400 if nobody keeps notes on this task
   */
  Comment comment(String taskId, String text) {
    IdentityService identities = engine.getIdentityService();
    String author = identities.getCurrentAuthentication().getUserId();
    String key = TrustedEngineAccess.withoutPerson(identities, () -> businessKey(taskId));
    TaskComments notes = comments.get();
    if (notes == null || !notes.take(key, text)) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST, VisitorTexts.of(LocalizableText.of("refused.task.noNotes")));
    }
    CommentEntity taken = new CommentEntity();
    taken.setId(engine.getIdGenerator().getNextId());
    taken.setTaskId(taskId);
    taken.setUserId(author);
    taken.setTime(ClockUtil.getCurrentTime());
    taken.setFullMessage(text);
    taken.setMessage(text);
    return taken;
  }

  private Task stored(String taskId) {
    return taskId == null
        ? null
        : TrustedEngineAccess.withoutPerson(
            engine.getIdentityService(),
            () -> engine.getTaskService().createTaskQuery().taskId(taskId).singleResult());
  }

  private String businessKey(String taskId) {
    Task task = engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
    ProcessInstance flow =
        task == null || task.getProcessInstanceId() == null
            ? null
            : engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
    return flow == null ? null : flow.getBusinessKey();
  }
}
