/** Every way in: the REST API, the mailboxes and what monitoring sends. */
@ApplicationModule(
    allowedDependencies = {
      "problem",
      "web",
      "database",
      "engine",
      "calendar",
      "client",
      "audit",
      "access",
      "mail",
      "staff",
      "incident",
      "sla",
      "escalation",
      "major",
      "notification"
    })
package dev.baton.intake;

import org.springframework.modulith.ApplicationModule;
