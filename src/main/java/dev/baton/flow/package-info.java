/**
 * The process owner's tools: the back-test of recorded incidents. Begin with {@link
 * BacktestCommand}.
 */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "calendar",
      "web :: *",
      "engine",
      "client",
      "staff",
      "staff :: *",
      "incident",
      "incident :: *",
      "sla",
      "sla :: *",
      "escalation",
      "notification :: *"
    })
package dev.baton.flow;

import org.springframework.modulith.ApplicationModule;
