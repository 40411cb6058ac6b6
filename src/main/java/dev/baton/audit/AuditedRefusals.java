package dev.baton.audit;

import dev.baton.access.Permission;
import dev.baton.access.RefusalRecorder;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Records refusals in the audit trail, the same one at most once a minute. */
@Component
class AuditedRefusals implements RefusalRecorder {

  private static final Duration ONCE = Duration.ofMinutes(1);

  private final AuditTrail trail;

  AuditedRefusals(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public void record(Permission permission) {
    trail.note(
        AuditEntry.of(
            AuditKind.REFUSED, permission.name(), "Was not permitted to " + permission.words()),
        ONCE);
  }
}
