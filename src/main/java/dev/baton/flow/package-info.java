/**
 * The process owner's tools: the back-test of recorded incidents, and the checks of flows, tables
 * and forms before they go live. Begin with {@link BacktestCommand} and {@link FlowsCommand}; the
 * checks are in {@code flow.check}.
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
      "desk :: web",
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
