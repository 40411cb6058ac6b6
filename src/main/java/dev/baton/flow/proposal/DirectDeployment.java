package dev.baton.flow.proposal;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.engine.ActingPerson;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.TextInput;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether what process owners deploy goes live at once, as on a desk that only tries things out.
 * Administrators decide, who cannot deploy: nobody opens the way past the second person alone.
 */
@Service
@Transactional
public class DirectDeployment {

  private final JdbcClient database;
  private final ActingPerson actingPerson;
  private final AuditTrail audit;
  private final Clock clock;

  DirectDeployment(JdbcClient database, ActingPerson actingPerson, AuditTrail audit, Clock clock) {
    this.database = database;
    this.actingPerson = actingPerson;
    this.audit = audit;
    this.clock = clock;
  }

  /** A decision whether it is allowed. */
  public record Decision(boolean allowed, String reason, String changedBy, Instant at) {}

  @Transactional(readOnly = true)
  public boolean isAllowed() {
    return last().map(Decision::allowed).orElse(false);
  }

  /** Empty if nobody has decided yet: then it is not allowed. */
  @Transactional(readOnly = true)
  public Optional<Decision> last() {
    return database
        .sql(
            """
            select allowed, reason, changed_by changedBy, at from flow_direct_deployment
            order by id desc limit 1
            """)
        .query(Decision.class)
        .optional();
  }

  /**
   * @param reason why, for the audit trail
   */
  @RequiresPermission(Permission.ADMINISTER)
  public Decision decide(boolean allowed, String reason) {
    String why =
        TextInput.required(
            "reason",
            reason,
            ProposeRelease.LONGEST_REASON,
            LocalizableText.of("refused.deployment.reason"));
    Decision decision = new Decision(allowed, why, actingPerson.current().name(), clock.instant());
    database
        .sql(
            "insert into flow_direct_deployment (allowed, reason, changed_by, at)"
                + " values (?, ?, ?, ?)")
        .params(decision.allowed(), decision.reason(), decision.changedBy(), decision.at())
        .update();
    audit.record(
        AuditEntry.of(
            AuditKind.SETTINGS_CHANGED,
            "Direct deployment",
            "%s: %s".formatted(allowed ? "Allowed" : "No longer allowed", why)));
    return decision;
  }
}
