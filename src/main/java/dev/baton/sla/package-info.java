/**
 * Agreements, the obligations that follow from them, and the clocks that measure them: what was
 * promised, how much of it is used, when it is due, and why.
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
      "incident"
    })
package dev.baton.sla;

import org.springframework.modulith.ApplicationModule;
