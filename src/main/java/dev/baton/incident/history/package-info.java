/**
 * What happened to incidents, read back from their journals and contacts. Begin with {@link
 * dev.baton.incident.history.IncidentHistories}.
 */
@NamedInterface("history")
package dev.baton.incident.history;

import org.springframework.modulith.NamedInterface;
