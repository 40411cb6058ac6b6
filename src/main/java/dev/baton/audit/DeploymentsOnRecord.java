package dev.baton.audit;

import dev.baton.engine.FlowsDeployed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps on record what a person deployed, which the engine does not say of itself. */
@Component
class DeploymentsOnRecord {

  private final AuditTrail trail;

  DeploymentsOnRecord(AuditTrail trail) {
    this.trail = trail;
  }

  @EventListener
  void record(FlowsDeployed deployed) {
    String name = deployed.name() == null ? deployed.id() : deployed.name();
    trail.record(
        AuditEntry.of(
            AuditKind.DEPLOYED, name, "Deployed " + String.join(", ", deployed.resources())));
  }
}
