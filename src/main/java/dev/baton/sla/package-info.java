/**
 * Agreements, the obligations that follow from them, and the clocks that measure them. Begin with
 * {@link Clocks} (what the flows do) and {@link Measuring} (how a deadline is computed).
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
