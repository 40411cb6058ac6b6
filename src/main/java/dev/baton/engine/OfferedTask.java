package dev.baton.engine;

/**
 * A user task that a flow offers now.
 *
 * @param id the engine's id of the task
 * @param step the id of its activity in the model, such as {@code resolveAtFirstLine}
 * @param name what the box in the model says
 * @param assignee sign-in name, or null
 */
public record OfferedTask(String id, String step, String name, String assignee, int priority) {}
