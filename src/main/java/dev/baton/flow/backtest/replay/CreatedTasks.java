package dev.baton.flow.backtest.replay;

import dev.baton.engine.BusinessKey;
import dev.baton.engine.UserTaskListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.TaskListener;

/** The user tasks that the flows have created, in order, until somebody has looked at them. */
public final class CreatedTasks {

  private final Deque<CreatedTask> waiting = new ArrayDeque<>();

  /**
   * A task, which may be gone again.
   *
   * @param definitionId of the flow's version
   * @param step the id of its box
   */
  public record CreatedTask(String id, String definitionId, String step, String businessKey) {}

  UserTaskListener listener() {
    return new UserTaskListener(
        TaskListener.EVENTNAME_CREATE,
        description -> true,
        task ->
            waiting.add(
                new CreatedTask(
                    task.getId(),
                    task.getProcessDefinitionId(),
                    task.getTaskDefinitionKey(),
                    BusinessKey.of(task))));
  }

  public Optional<CreatedTask> take() {
    return Optional.ofNullable(waiting.poll());
  }
}
