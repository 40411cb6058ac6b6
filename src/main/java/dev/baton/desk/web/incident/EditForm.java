package dev.baton.desk.web.incident;

import dev.baton.incident.edit.IncidentChanges;
import java.util.Map;

/**
 * The form for subject, category, service and requester.
 *
 * @param values what its fields say
 * @param seen what they said when the form was opened
 * @param errors by the names of the fields
 * @param acceptedCategory a category that nobody has used, and that is meant
 */
record EditForm(
    IncidentChanges values,
    IncidentChanges seen,
    Map<String, String> errors,
    String acceptedCategory) {

  static EditForm opened(IncidentChanges now) {
    return new EditForm(now, now, Map.of(), null);
  }

  static EditForm submitted(Map<String, String> given) {
    return new EditForm(
        new IncidentChanges(
            given.getOrDefault("subject", ""),
            given.getOrDefault("category", ""),
            given.getOrDefault("service", ""),
            given.getOrDefault("requester", "")),
        new IncidentChanges(
            given.get("was-subject"),
            given.get("was-category"),
            given.get("was-service"),
            given.get("was-requester")),
        Map.of(),
        given.get("accepted-category"));
  }

  EditForm refused(String field, String reason) {
    return new EditForm(values, seen, Map.of(field, reason), acceptedCategory);
  }

  /** Saved again, it is accepted. */
  EditForm asked(String reason) {
    return new EditForm(values, seen, Map.of("category", reason), values.category().strip());
  }

  /**
   * Saved again, it replaces what somebody else has written in that field. What this person left
   * alone shows what it says now.
   */
  EditForm overtaken(IncidentChanges now, String field, String reason) {
    IncidentChanges changed = values.since(seen);
    return new EditForm(
        new IncidentChanges(
            changed.subject() == null ? now.subject() : changed.subject(),
            changed.category() == null ? now.category() : changed.category(),
            changed.service() == null ? now.service() : changed.service(),
            changed.requester() == null ? now.requester() : changed.requester()),
        new IncidentChanges(
            isSeen(changed.subject(), "subject", field) ? now.subject() : seen.subject(),
            isSeen(changed.category(), "category", field) ? now.category() : seen.category(),
            isSeen(changed.service(), "service", field) ? now.service() : seen.service(),
            isSeen(changed.requester(), "requester", field) ? now.requester() : seen.requester()),
        Map.of(field, reason),
        acceptedCategory);
  }

  private static boolean isSeen(String changed, String name, String refused) {
    return changed == null || name.equals(refused);
  }
}
