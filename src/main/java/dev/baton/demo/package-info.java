/** The demonstration desk that comes with the embedded database. */
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
package dev.baton.demo;

import org.springframework.modulith.ApplicationModule;
