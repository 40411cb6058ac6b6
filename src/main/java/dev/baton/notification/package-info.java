/**
 * What is told, to whom, when and on which channel: the communication plan, the outbox, the
 * templates, the channels, and the proof of each delivery.
 */
@ApplicationModule(
    allowedDependencies = {
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
      "major"
    })
package dev.baton.notification;

import org.springframework.modulith.ApplicationModule;
