package dev.baton.incident.report;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.incident.Incident;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.IncidentView;
import dev.baton.incident.search.IncidentSearch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a report once, however often it is sent with the same key. Key and incident are written in
 * one transaction, so neither exists without the other.
 */
@Service
public class SubmitReport {

  private static final int ATTEMPTS = 3;

  private final ReportIncident reports;
  private final StoreReport store;
  private final FlowStarts starts;
  private final IncidentSearch incidents;
  private final IdempotencyKeys keys;
  private final TransactionTemplate transaction;

  /** Requests with the same key wait here, and not in the database with a connection each. */
  private final Lock[] queues = Stream.generate(ReentrantLock::new).limit(256).toArray(Lock[]::new);

  SubmitReport(
      ReportIncident reports,
      StoreReport store,
      FlowStarts starts,
      IncidentSearch incidents,
      IdempotencyKeys keys,
      PlatformTransactionManager transactions) {
    this.reports = reports;
    this.store = store;
    this.starts = starts;
    this.incidents = incidents;
    this.keys = keys;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** An incident as it is now, and whether an earlier request made it. */
  public record Taken(IncidentView incident, boolean replayed) {}

  /** Takes a report without a key. */
  public Taken take(IncidentReport report) {
    return new Taken(reports.report(report), false);
  }

  /**
   * Takes the report, or finds the incident that the same report with this key made before.
   *
   * @throws IdempotencyKeyReused when the key came before with a different report
   */
  @RequiresPermission(Permission.REPORT)
  public Taken take(IncidentReport report, IdempotencyKey key) {
    Lock queue = queues[Math.floorMod(key.login().hashCode() * 31 + key.value().hashCode(), 256)];
    queue.lock();
    try {
      return takeOrFind(report, key, ATTEMPTS);
    } finally {
      queue.unlock();
    }
  }

  private Taken takeOrFind(IncidentReport report, IdempotencyKey key, int attempts) {
    try {
      Incident made = starts.storeAndStart(() -> keys.take(key) ? made(report, key) : null);
      return made == null
          ? transaction.execute(status -> found(key))
          : new Taken(made.view(), false);
    } catch (PessimisticLockingFailureException deadlock) {
      // Another node gave the same key up at this moment; everything was rolled back.
      if (attempts == 1) {
        throw deadlock;
      }
      return takeOrFind(report, key, attempts - 1);
    }
  }

  private Incident made(IncidentReport report, IdempotencyKey key) {
    Incident incident = store.store(report, null);
    keys.remember(key, incident.number().value());
    return incident;
  }

  private Taken found(IdempotencyKey key) {
    return new Taken(incidents.get(keys.numberFor(key)), true);
  }
}
