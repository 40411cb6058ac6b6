/** Finds and lists incidents, and counts them for the board. Begin with {@link IncidentSearch}. */
@NamedInterface("search")
package dev.baton.incident.search;

import org.springframework.modulith.NamedInterface;
