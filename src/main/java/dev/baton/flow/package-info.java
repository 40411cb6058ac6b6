/**
 * The process owner's tools: the back-test of recorded incidents, and the checks of decision tables
 * before they go live. Begin with {@link BacktestCommand}; the checks are in {@code flow.check}.
 */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "calendar",
      "web :: *",
      "engine",
      "engine :: *",
      "client",
      "staff",
      "staff :: *",
      "incident",
      "incident :: *",
      "sla",
      "sla :: *",
      "escalation",
      "escalation :: *",
      "major :: *",
      "notification",
      "notification :: *",
      "intake :: *"
    })
package dev.baton.flow;

import org.springframework.modulith.ApplicationModule;
