package dev.baton.engine;

import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * A task listener that no model names: it listens to the user tasks that fit, in every flow. Beans
 * of this type are called in their {@code @Order}.
 *
 * @param event a constant of {@link TaskListener}, such as {@link TaskListener#EVENTNAME_CREATE},
 *     or {@link #MIGRATED}
 */
public record UserTaskListener(
    String event, Predicate<UserTaskDescription> fits, TaskListener listener) {

  /** The task goes on in another version of its flow; it keeps its due date and its people. */
  public static final String MIGRATED = "migrated";
}
