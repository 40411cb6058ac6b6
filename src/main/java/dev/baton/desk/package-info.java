/**
 * Views that combine several modules: the incident's page and its composed API, the list, the
 * Tasklist tab and the Cockpit board. Begin with {@link
 * dev.baton.desk.web.incident.IncidentPageController}.
 */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "calendar",
      "mail",
      "web",
      "web :: *",
      "engine",
      "engine :: *",
      "access",
      "audit",
      "client",
      "client :: *",
      "staff",
      "staff :: *",
      "incident",
      "incident :: *",
      "sla",
      "sla :: *",
      "escalation",
      "escalation :: *",
      "major",
      "notification",
      "notification :: *",
      "intake :: *"
    })
package dev.baton.desk;

import org.springframework.modulith.ApplicationModule;
