/**
 * Intake by mail and monitoring. Begin with {@link dev.baton.intake.mail.ClassifyMail} and {@link
 * dev.baton.intake.monitoring.ProcessAlerts}.
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
      "incident",
      "incident :: *",
      "notification",
      "notification :: *"
    })
package dev.baton.intake;

import org.springframework.modulith.ApplicationModule;
