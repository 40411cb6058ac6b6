/** The process owner's tools: back-test and checks of the models. */
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
      "notification",
      "intake",
      "problem",
      "audit",
      "access",
      "signin",
      "desk"
    })
package dev.baton.flow;

import org.springframework.modulith.ApplicationModule;
