package dev.baton.incident.task;

import dev.baton.engine.UserTaskKind;
import dev.baton.web.text.LocalizableText;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An open user task of an incident.
 *
 * @param id the engine's id of the task
 * @param name what the box in the model says
 * @param names what it is called in other languages, by language
 * @param offers what may be done on it, such as {@code resolve}; may be empty
 * @param line FIRST, SECOND or another word of the owner's; null for none
 * @param team code of the team that it is offered to
 * @param assignee sign-in name, or null
 * @param followsIncident whether team and assignee are those of the incident
 * @param dueAt null if it is not due at any time
 * @param refusal why the person who asks may not complete it; null if they may
 * @param form null for a task that names no Camunda Form
 */
public record IncidentTask(
    String id,
    String name,
    Map<String, String> names,
    UserTaskKind kind,
    Set<String> offers,
    String line,
    String team,
    String assignee,
    boolean followsIncident,
    Instant createdAt,
    Instant dueAt,
    LocalizableText refusal,
    TaskForm form) {

  /** What it is called in the reader's language. */
  public String name(Locale reader) {
    return names.getOrDefault(reader.getLanguage(), name);
  }
}
