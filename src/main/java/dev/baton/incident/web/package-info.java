/**
 * Contacts, attachments, timeline and reconciliation at the API; {@link IncidentAccess} says who
 * may see an incident.
 */
@NamedInterface("web")
package dev.baton.incident.web;

import org.springframework.modulith.NamedInterface;
