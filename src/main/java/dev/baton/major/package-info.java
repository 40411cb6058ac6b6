/**
 * Major incidents: one that stops a client's business, or many that are one. A lead is appointed,
 * the related ones follow, the news is regular, and a review with actions comes after it.
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
      "sla",
      "escalation"
    })
package dev.baton.major;

import org.springframework.modulith.ApplicationModule;
