package dev.baton.sla;

import dev.baton.incident.IncidentNumber;

/** Shows the deadline on the task that is open for the incident, if any. */
public interface TaskDeadlines {

  void show(IncidentNumber number, TaskDeadline deadline);
}
