/** Notes that other modules write into the journal of an incident. */
@NamedInterface("journal")
package dev.baton.incident.journal;

import org.springframework.modulith.NamedInterface;
