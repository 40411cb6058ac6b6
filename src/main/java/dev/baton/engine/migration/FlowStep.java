package dev.baton.engine.migration;

/**
 * A step of a flow's version.
 *
 * @param label as the model names it; its id where it has no name
 * @param type the element of BPMN, such as {@code userTask}
 * @param kind what a user task says it is; null where it says nothing
 * @param form of a user task: the id or key of its form; null for none
 * @param waits whether an instance may wait there
 */
public record FlowStep(
    String id, String label, String type, String kind, String form, boolean waits) {}
