package dev.baton.incident.report;

import dev.baton.incident.IncidentNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers for seven days which report came with which idempotency key. */
@Service
public class IdempotencyKeys {

  /** How long a key is remembered. */
  public static final Duration KEPT = Duration.ofDays(7);

  private static final int PURGED_AT_ONCE = 1000;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TransactionTemplate transaction;

  IdempotencyKeys(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Takes the key for the report of this transaction. Waits for another transaction that has just
   * taken it; false when that one, or an earlier one, was committed.
   */
  boolean take(IdempotencyKey key) {
    return jdbc.sql(
                "insert ignore into idempotency_key"
                    + " (login, idempotency_key, request_sha256, created_at) values (?, ?, ?, ?)")
            .params(key.login(), key.value(), key.requestSha256(), clock.instant())
            .update()
        == 1;
  }

  void remember(IdempotencyKey key, String number) {
    jdbc.sql(
            "update idempotency_key set incident_number = ?"
                + " where login = ? and idempotency_key = ?")
        .params(number, key.login(), key.value())
        .update();
  }

  /**
   * The incident that was made with the key.
   *
   * @throws IdempotencyKeyReused when it was made of a different report
   */
  IncidentNumber numberFor(IdempotencyKey key) {
    return jdbc.sql(
            "select request_sha256, incident_number from idempotency_key"
                + " where login = ? and idempotency_key = ?")
        .params(key.login(), key.value())
        .query(
            (row, at) -> {
              if (!row.getString(1).equals(key.requestSha256())) {
                throw new IdempotencyKeyReused();
              }
              return new IncidentNumber(row.getString(2));
            })
        .single();
  }

  /** The incident that was made with the key; empty if a contact without an incident was. */
  Optional<IncidentNumber> numberIfAny(IdempotencyKey key) {
    return jdbc.sql(
            "select incident_number from idempotency_key where login = ? and idempotency_key = ?"
                + " and incident_number is not null")
        .params(key.login(), key.value())
        .query(String.class)
        .optional()
        .map(IncidentNumber::new);
  }

  /** Forgets the keys older than seven days; returns how many. */
  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  public int purge() {
    Instant before = clock.instant().minus(KEPT);
    int purged = 0;
    int last;
    do {
      last = transaction.execute(status -> purgeSome(before));
      purged += last;
    } while (last == PURGED_AT_ONCE);
    return purged;
  }

  private Integer purgeSome(Instant before) {
    return jdbc.sql("delete from idempotency_key where created_at < ? order by created_at limit ?")
        .params(before, PURGED_AT_ONCE)
        .update();
  }
}
