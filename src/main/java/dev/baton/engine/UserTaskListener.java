package dev.baton.engine;

import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * A task listener that no model names: it listens to the user tasks that fit, in every flow. Beans
 * of this type are called in their {@code @Order}.
 *
 * @param event a constant of {@link TaskListener}, such as {@link TaskListener#EVENTNAME_CREATE}
 */
public record UserTaskListener(
    String event, Predicate<UserTaskDescription> fits, TaskListener listener) {}
