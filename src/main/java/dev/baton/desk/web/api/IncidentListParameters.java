package dev.baton.desk.web.api;

import dev.baton.access.Caller;
import dev.baton.client.ClientDirectory;
import dev.baton.client.web.ClientParameter;
import dev.baton.incident.Status;
import dev.baton.incident.search.IncidentCriteria;
import dev.baton.incident.tag.TagName;
import dev.baton.web.ListParameters;

/** Parses the query of the incident list. */
final class IncidentListParameters {

  private IncidentListParameters() {}

  /** Returns the filter, limited to incidents that the caller may see. */
  static IncidentCriteria query(ListParameters parameters, Caller caller, ClientDirectory clients) {
    Long client = ClientParameter.of(parameters, caller, clients);
    return new IncidentCriteria(
        parameters.choices("status", Status.class),
        client,
        parameters.words("team"),
        assignee(parameters, caller),
        parameters.words("q"),
        tag(parameters, caller));
  }

  /** Tags are the desk's own. */
  private static String tag(ListParameters parameters, Caller caller) {
    String tag = parameters.words("tag");
    if (tag != null && caller.isRequester()) {
      parameters.complain("tag", "is for the desk's people alone");
      return null;
    }
    return tag == null ? null : TagName.written(tag);
  }

  /**
   * An empty assignee means nobody. Clients can neither see nor search the names of the desk's
   * people.
   */
  private static String assignee(ListParameters parameters, Caller caller) {
    String assignee = parameters.raw("assignee");
    if (assignee != null && caller.isRequester()) {
      parameters.complain("assignee", "is for the desk's people alone");
      return null;
    }
    return assignee == null ? null : assignee.strip();
  }
}
