package dev.baton.engine.migration;

import java.time.Instant;

/**
 * Something that is open in an instance.
 *
 * @param id of the engine; it stays the same for what is migrated
 * @param step id of its step in the model
 * @param label of a task its name, of a message its name; otherwise null
 * @param dueAt of tasks and timers; may be null
 * @param detail of a task its kind and candidate groups; null for the others
 */
public record FlowItem(
    Kind kind,
    String instanceId,
    String id,
    String step,
    String label,
    Instant dueAt,
    String detail) {

  /** What it is. */
  public enum Kind {
    /** An instance waits there. */
    TOKEN,
    TASK,
    TIMER,
    /** A step that the job executor runs. */
    JOB,
    MESSAGE
  }
}
