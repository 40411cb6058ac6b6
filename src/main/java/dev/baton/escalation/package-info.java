/**
 * The ladder: who hears of an incident that needs help, in which order, until somebody answers and
 * decides; and whether there is somebody on every rung.
 */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "engine",
      "calendar",
      "client",
      "audit",
      "access",
      "staff",
      "incident",
      "sla"
    })
package dev.baton.escalation;

import org.springframework.modulith.ApplicationModule;
