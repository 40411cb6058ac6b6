/** Incidents that belong to another one. Begin with {@link IncidentLinks}. */
@NamedInterface("link")
package dev.baton.incident.link;

import org.springframework.modulith.NamedInterface;
