package dev.baton.audit;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the trail to the database. */
@Component
class JdbcAuditTrail implements AuditTrail {

  private final StoredAuditSource stored;
  private final OncePerIntervalAuditLog noted;
  private final AuditContext circumstances;
  private final TransactionTemplate atHand;
  private final TransactionTemplate ofItsOwn;

  JdbcAuditTrail(
      StoredAuditSource stored,
      OncePerIntervalAuditLog noted,
      AuditContext circumstances,
      PlatformTransactionManager transactions) {
    this.stored = stored;
    this.noted = noted;
    this.circumstances = circumstances;
    this.atHand = new TransactionTemplate(transactions);
    this.atHand.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
    this.ofItsOwn = new TransactionTemplate(transactions);
    this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public void record(AuditEntry entry) {
    AuditRecord record = circumstances.of(entry);
    (entry.kind().standsAlone() ? ofItsOwn : atHand)
        .executeWithoutResult(status -> stored.add(record));
  }

  @Override
  public void note(AuditEntry entry, Duration once) {
    noted.add(circumstances.of(entry), once);
  }
}
