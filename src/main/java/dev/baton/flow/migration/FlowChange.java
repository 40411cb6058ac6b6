package dev.baton.flow.migration;

/**
 * What is different in an incident's flows afterwards.
 *
 * @param flow key of the flow
 * @param step id of the step in the version that has it
 * @param label as people read it
 * @param before null for what is new
 * @param after null for what is gone
 */
public record FlowChange(
    Subject subject, String flow, String step, String label, String before, String after) {

  /** What has changed. */
  public enum Subject {
    /** Where it waits. */
    STEP,
    TASK,
    /** The kind of a task, or the teams that it is offered to. */
    OFFER,
    FORM,
    DUE_DATE,
    TIMER,
    MESSAGE,
    JOB
  }
}
