package dev.baton.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes what is older than its retention period, every night on one node. */
@Service
public class RetentionRun {

  private static final Logger LOG = LoggerFactory.getLogger(RetentionRun.class);

  private static final String NIGHTLY = "0 30 3 * * *";
  private static final int AT_ONCE = 1_000;

  private final List<RetainedRecords> kinds;
  private final RetentionPeriods periods;
  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final TransactionTemplate locked;
  private final TransactionTemplate batch;

  RetentionRun(
      List<RetainedRecords> kinds,
      RetentionPeriods periods,
      JdbcTemplate jdbc,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.kinds = List.copyOf(kinds);
    this.periods = periods;
    this.jdbc = jdbc;
    this.clock = clock;
    this.locked = new TransactionTemplate(transactions);
    this.batch = new TransactionTemplate(transactions);
    this.batch.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** The first run after this. */
  static Instant after(Instant instant) {
    return CronExpression.parse(NIGHTLY).next(instant.atZone(ZoneOffset.UTC)).toInstant();
  }

  /**
   * Removes what is due, in batches that each have a transaction; nothing if a node does so now.
   */
  @Scheduled(cron = NIGHTLY, zone = "UTC")
  public void run() {
    // the lock belongs to the connection, which this transaction holds
    locked.executeWithoutResult(
        begun -> {
          if (has("select get_lock(concat('baton-retention-', database()), 0)")) {
            try {
              removeAll();
            } finally {
              has("select release_lock(concat('baton-retention-', database()))");
            }
          }
        });
  }

  private void removeAll() {
    Instant now = clock.instant();
    Map<String, Integer> days = batch.execute(begun -> periods.days());
    for (RetainedRecords kind : kinds) {
      if (days.containsKey(kind.name())) {
        removeAll(kind, RetentionPeriods.oldest(days.get(kind.name()), now));
      }
    }
  }

  private void removeAll(RetainedRecords kind, Instant before) {
    long removed = 0;
    try {
      int last;
      do {
        last = batch.execute(begun -> kind.remove(before, AT_ONCE));
        removed += last;
      } while (last == AT_ONCE);
    } catch (DataAccessException tomorrow) {
      LOG.error("Removal of {} stopped; it goes on with the next run", kind.name(), tomorrow);
    }
    LOG.info("{} removed from before {}: {}", kind.name(), before, removed);
  }

  private boolean has(String lock) {
    return Boolean.TRUE.equals(jdbc.queryForObject(lock, Boolean.class));
  }
}
