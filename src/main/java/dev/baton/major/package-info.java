/**
 * Major incidents: one that stops a client's business, or many with one cause. A lead, related
 * incidents, regular updates and a review. Begin with {@link DeclareMajorIncident} and {@link
 * MajorIncidentActions}.
 */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "web :: *",
      "engine",
      "engine :: *",
      "access",
      "client",
      "staff",
      "staff :: *",
      "incident",
      "incident :: *",
      "sla",
      "sla :: *",
      "escalation"
    })
package dev.baton.major;

import org.springframework.modulith.ApplicationModule;
