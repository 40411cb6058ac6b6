/**
 * What the flow of an incident asks people now: any open user task with its form, also those that
 * no Java knows. Begin with {@link IncidentTasks}.
 */
@NamedInterface("task")
package dev.baton.incident.task;

import org.springframework.modulith.NamedInterface;
