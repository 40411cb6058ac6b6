/**
 * What is told, to whom, when and on which channel: the communication plan, the outbox, the
 * templates, the channels, and the proof of each delivery.
 */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "engine",
      "calendar",
      "mail",
      "client",
      "staff",
      "incident",
      "sla",
      "escalation",
      "major"
    })
package dev.baton.notification;

import org.springframework.modulith.ApplicationModule;
