/**
 * Finds the person who gets an incident, and shows the workload of a team. Begin with {@link
 * AssignIncidents}.
 */
@NamedInterface("assignment")
package dev.baton.incident.assignment;

import org.springframework.modulith.NamedInterface;
