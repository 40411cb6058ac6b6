/** Changes what an incident says, and merges two that are one. Begin with {@link EditIncident}. */
@NamedInterface("edit")
package dev.baton.incident.edit;

import org.springframework.modulith.NamedInterface;
