/** Every way in: the REST API and the sign-in that guards it. */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "engine",
      "calendar",
      "client",
      "staff",
      "incident",
      "sla",
      "escalation",
      "major",
      "mail",
      "notification"
    })
package dev.baton.intake;

import org.springframework.modulith.ApplicationModule;
