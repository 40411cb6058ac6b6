package dev.baton.incident.edit;

import dev.baton.incident.IncidentView;

/**
 * What somebody changes about an incident. Null leaves a field as it is; an empty category or
 * service removes it.
 *
 * @param service code or name of a service of the client
 * @param requester e-mail address, or the whole name, of a person of the client
 */
public record IncidentChanges(String subject, String category, String service, String requester) {

  /** Changes nothing. */
  public static final IncidentChanges NONE = new IncidentChanges(null, null, null, null);

  /** Without the fields that still say what was seen in them. */
  public IncidentChanges since(IncidentChanges seen) {
    return new IncidentChanges(
        changed(subject, seen.subject),
        changed(category, seen.category),
        changed(service, seen.service),
        changed(requester, seen.requester));
  }

  private static String changed(String value, String seen) {
    return value != null && seen != null && value.strip().equals(seen.strip()) ? null : value;
  }

  /** What the incident says now, as somebody would write it. */
  public static IncidentChanges asItIs(IncidentView incident) {
    return new IncidentChanges(
        incident.subject(),
        written(incident.category()),
        written(incident.service()),
        nameOf(incident.requester()));
  }

  /** The address, which is unique at the client; without one, the name. */
  static String nameOf(IncidentView.Requester requester) {
    return requester.email() == null ? written(requester.name()) : requester.email();
  }

  private static String written(String value) {
    return value == null ? "" : value;
  }
}
