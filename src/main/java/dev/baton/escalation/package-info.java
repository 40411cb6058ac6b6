/**
 * The escalation ladder: who is told of an incident that needs help, until somebody answers and
 * decides. Begin with {@link Escalations}; gaps in the rota are found in {@code
 * escalation.coverage}.
 */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "calendar",
      "web",
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
      "sla :: *"
    })
package dev.baton.escalation;

import org.springframework.modulith.ApplicationModule;
