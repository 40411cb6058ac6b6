/** Who has an incident in front of them now. Begin with {@link IncidentViewers}. */
@NamedInterface("viewer")
package dev.baton.incident.viewer;

import org.springframework.modulith.NamedInterface;
