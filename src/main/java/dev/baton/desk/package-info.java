/** What people see of an incident: pages, and the parts that Tasklist and Cockpit show. */
@ApplicationModule(
    allowedDependencies = {
      "problem",
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
      "notification",
      "intake",
      "signin"
    })
package dev.baton.desk;

import org.springframework.modulith.ApplicationModule;
