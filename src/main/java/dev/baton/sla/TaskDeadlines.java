package dev.baton.sla;

import dev.baton.incident.IncidentNumber;

/** Shows a deadline on the open task of an incident, if there is one. */
public interface TaskDeadlines {

  void show(IncidentNumber number, TaskDeadline deadline);
}
