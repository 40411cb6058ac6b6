package dev.baton.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the rest of Baton reaches a flow: start it, tell it, complete what it offers, ask what it
 * offers. Values of variables are scalars; input is what the next step takes over, as if it came
 * from a form.
 */
public interface Flows {

  /** Starts the flow that waits for the message; returns the id of the instance. */
  String start(String message, String businessKey, Map<String, Object> variables);

  /** The user task of the work on this instance, if it offers one. */
  Optional<OfferedTask> offeredTask(String instanceId);

  /** The names of all messages that the instance waits for. */
  Set<String> awaited(String instanceId);

  /** Whether the instance waits for the message. */
  boolean listensTo(String instanceId, String message);

  /**
   * Sends the message to the instance.
   *
   * @throws NotOffered when the instance does not wait for it
   */
  void tell(String instanceId, String message, Map<String, Object> input);

  /** Completes the task. */
  void complete(OfferedTask task, Map<String, Object> input);

  /** Sets the person on the task; null puts it back to the queue. */
  void assign(OfferedTask task, String login);

  /** Offers the task to the person, too. */
  void involve(OfferedTask task, String login);

  /** Offers the task to the groups alone, instead of those it was offered to before. */
  void offerTo(OfferedTask task, List<String> groups);
}
