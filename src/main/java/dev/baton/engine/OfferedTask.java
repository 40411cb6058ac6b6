package dev.baton.engine;

import java.util.Locale;

/**
 * A user task that a flow offers now.
 *
 * @param id the engine's id of the task
 * @param step the id of its activity in the model; only to be shown, since an owner may change it
 * @param name what the box in the model says
 * @param assignee sign-in name, or null
 * @param description what the model says of it
 */
public record OfferedTask(
    String id,
    String step,
    String name,
    String assignee,
    int priority,
    UserTaskDescription description) {

  /** What it is called in the reader's language. */
  public String name(Locale reader) {
    return description.names().getOrDefault(reader.getLanguage(), name);
  }

  public boolean is(UserTaskKind kind) {
    return description.is(kind);
  }

  public boolean offers(String act) {
    return description.offers(act);
  }

  /** Whether the assignee and the team of the incident are also those of the task. */
  public boolean followsIncident() {
    return description.followsIncident();
  }
}
