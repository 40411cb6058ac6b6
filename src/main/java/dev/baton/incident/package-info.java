/**
 * The incident: its state, its journal and what its flow does with it. Begin with {@link Incident}
 * and {@link IncidentLifecycle}; {@code report}, {@code contact}, {@code search} and others are
 * beside it.
 */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "web",
      "web :: *",
      "engine",
      "engine :: *",
      "access",
      "audit",
      "client",
      "client :: *",
      "staff",
      "staff :: *"
    })
package dev.baton.incident;

import org.springframework.modulith.ApplicationModule;
