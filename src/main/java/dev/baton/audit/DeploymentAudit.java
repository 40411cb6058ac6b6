package dev.baton.audit;

import dev.baton.engine.ResourcesDeployed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records what a person deployed, which the engine does not log itself. */
@Component
class DeploymentAudit {

  private final AuditTrail trail;

  DeploymentAudit(AuditTrail trail) {
    this.trail = trail;
  }

  @EventListener
  void record(ResourcesDeployed deployed) {
    String name = deployed.name() == null ? deployed.id() : deployed.name();
    trail.record(
        AuditEntry.of(
            AuditKind.DEPLOYED, name, "Deployed " + String.join(", ", deployed.resources())));
  }
}
