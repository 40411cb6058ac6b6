/**
 * How a report becomes an incident, once. Begin with {@link ReportIncident}; {@link Triage} is for
 * contacts without an incident.
 */
@NamedInterface("report")
package dev.baton.incident.report;

import org.springframework.modulith.NamedInterface;
