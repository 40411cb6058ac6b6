package dev.baton.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How the rest of Baton uses a flow: start it, send it messages, query and complete its tasks.
 * Variables are scalars; the next step takes the input over as if it came from a form.
 */
public interface Flows {

  /**
   * Starts the flow that waits for the message; returns the id of the instance.
   *
   * @throws NoFlowForMessage if no deployed flow does
   */
  String start(String message, String businessKey, Map<String, Object> variables);

  /** The user tasks that this instance offers now, oldest first. */
  List<OfferedTask> offeredTasks(String instanceId);

  /** The oldest of the offered tasks that fits. */
  default Optional<OfferedTask> offeredTask(String instanceId, Predicate<OfferedTask> fits) {
    return offeredTasks(instanceId).stream().filter(fits).findFirst();
  }

  /** The names of all messages that the instance waits for. */
  Set<String> awaited(String instanceId);

  /** Whether the instance waits for the message. */
  boolean listensTo(String instanceId, String message);

  /**
   * Sends the message to the instance.
   *
   * @throws NotOffered if the instance does not wait for it
   */
  void tell(String instanceId, String message, Map<String, Object> input);

  /**
   * Completes the task.
   *
   * @throws NotOffered if the acting person is excluded from it: {@link TaskCompletionRule}
   */
  default void complete(OfferedTask task, Map<String, Object> input) {
    complete(task, input, Map.of());
  }

  /**
   * Completes the task like above.
   *
   * @param passing scalars that only the steps of this transaction see
   */
  void complete(OfferedTask task, Map<String, Object> input, Map<String, Object> passing);

  /** Assigns the task to the person; null returns it to the queue. */
  void assign(OfferedTask task, String login);

  /** Also offers the task to the person. */
  void involve(OfferedTask task, String login);

  /** Offers the task to these groups only, replacing the previous ones. */
  void offerTo(OfferedTask task, List<String> groups);
}
