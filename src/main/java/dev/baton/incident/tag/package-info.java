/** Words by which the desk groups its incidents. Begin with {@link IncidentTags}. */
@NamedInterface("tag")
package dev.baton.incident.tag;

import org.springframework.modulith.NamedInterface;
