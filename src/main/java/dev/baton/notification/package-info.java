/**
 * Decides who is notified of what, when and how. From event to delivery: {@code announcement},
 * {@code plan}, {@code template}, {@code delivery}. Begin with {@link NotificationEvent}.
 */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "mail",
      "web",
      "web :: *",
      "engine",
      "engine :: *",
      "access",
      "audit",
      "retention",
      "client",
      "staff",
      "staff :: *",
      "incident",
      "incident :: *",
      "sla",
      "sla :: *",
      "escalation",
      "major"
    })
package dev.baton.notification;

import org.springframework.modulith.ApplicationModule;
