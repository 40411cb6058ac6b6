/**
 * What was promised for an incident and how its clocks run. Begin with {@link ClockLifecycle};
 * agreements are in {@code sla.agreement}, the arithmetic in {@code sla.clock}, its explanation in
 * {@code sla.explanation}.
 */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "calendar",
      "web",
      "web :: *",
      "engine",
      "engine :: *",
      "access",
      "audit",
      "client",
      "incident",
      "incident :: *"
    })
package dev.baton.sla;

import org.springframework.modulith.ApplicationModule;
