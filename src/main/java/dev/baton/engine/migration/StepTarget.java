package dev.baton.engine.migration;

/**
 * Where an instance goes on that waits at a step without a counterpart in the other version.
 *
 * @param step id of the step in that version
 * @param again whether the flow comes to the step anew, with all that happens there: it is started
 *     again. Otherwise what is open, such as a task with its assignee, belongs to the step from now
 *     on, and nothing happens
 */
public record StepTarget(String step, boolean again) {}
