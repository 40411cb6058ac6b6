package dev.baton.flow.migration;

import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes forecasts and moves incidents, each in a transaction of its own. Whichever node has the
 * lease works; when it dies, another one goes on after the lease has run out. An incident and its
 * row are committed together, so that a crash neither loses nor repeats a move.
 */
@Component
public class MigrationWorker {

  private static final Logger log = LoggerFactory.getLogger(MigrationWorker.class);
  private static final Duration LEASE = Duration.ofSeconds(20);
  private static final int AT_ONCE = 50;

  private final Migrations migrations;
  private final MoveIncident moves;
  private final TwoAtATime turns;
  private final AuditTrail trail;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final String owner = UUID.randomUUID().toString();
  private volatile boolean isClosing;

  MigrationWorker(
      Migrations migrations,
      MoveIncident moves,
      TwoAtATime turns,
      AuditTrail trail,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.migrations = migrations;
    this.moves = moves;
    this.turns = turns;
    this.trail = trail;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Does what there is to do, unless another node does; returns when it is done or stopped. */
  public synchronized void work() {
    for (long id : migrations.inState(MigrationState.AT_WORK)) {
      if (lease(id)) {
        try {
          work(id);
        } finally {
          migrations.endLease(id, owner);
        }
      }
    }
  }

  /** Moves nothing after the incidents at hand. */
  void close() {
    isClosing = true;
  }

  private boolean lease(long id) {
    Instant now = clock.instant();
    return migrations.lease(id, owner, now, now.plus(LEASE));
  }

  private void work(long id) {
    boolean goesOn = true;
    while (goesOn && !isClosing && lease(id)) {
      Migration migration = migrations.get(id);
      goesOn =
          switch (migration.state()) {
            case FORECASTING -> forecastSome(migration);
            case RUNNING -> moveSome(migration);
            default -> false;
          };
    }
  }

  private boolean forecastSome(Migration migration) {
    List<MigratedIncident> some = migrations.next(migration.id(), MoveState.WAITING, AT_ONCE);
    if (some.isEmpty()) {
      end(migration, MigrationState.FORECASTING, MigrationState.READY, null);
      return false;
    }
    Instant until = clock.instant().plus(LEASE.dividedBy(2));
    turns.each(some, each -> save(migration, moves.forecast(migration, each)) && isInTime(until));
    return true;
  }

  private boolean isInTime(Instant until) {
    return !isClosing && !clock.instant().isAfter(until);
  }

  /** Whether the forecast is still wanted, by the answers that it was made with. */
  private boolean save(Migration migration, MigratedIncident forecast) {
    return transaction.execute(
        status -> {
          Migration now = migrations.held(migration.id());
          boolean isWanted =
              now.state() == MigrationState.FORECASTING
                  && now.answers().equals(migration.answers());
          if (isWanted) {
            migrations.save(migration.id(), forecast);
          }
          return isWanted;
        });
  }

  private boolean moveSome(Migration migration) {
    Map<MoveState, Integer> counts = migrations.counts(migration.id());
    int tried =
        counts.getOrDefault(MoveState.MOVED, 0)
            + counts.getOrDefault(MoveState.LEFT, 0)
            + counts.getOrDefault(MoveState.ENDED, 0)
            + counts.getOrDefault(MoveState.FAILED, 0);
    if (counts.getOrDefault(MoveState.READY, 0) == 0) {
      end(migration, MigrationState.RUNNING, MigrationState.DONE, null);
      return false;
    }
    int most = Math.min(AT_ONCE, migration.released() - tried);
    if (most <= 0) {
      end(migration, MigrationState.RUNNING, MigrationState.PAUSED, null);
      return false;
    }
    Instant until = clock.instant().plus(LEASE.dividedBy(2));
    turns.each(
        migrations.next(migration.id(), MoveState.READY, most),
        each -> move(migration, each) && isInTime(until));
    return true;
  }

  private boolean move(Migration migration, MigratedIncident incident) {
    try {
      return moves.move(migration, incident);
    } catch (MigrationSurprise surprise) {
      end(
          migration,
          MigrationState.RUNNING,
          MigrationState.STOPPED,
          incident.incident() + ": " + surprise.getMessage());
      return false;
    }
  }

  /** Unless somebody else has changed its state meanwhile. */
  private void end(Migration migration, MigrationState was, MigrationState is, String message) {
    transaction.executeWithoutResult(
        status -> {
          if (migrations.inTurn(migration.id()).state() == was) {
            Instant finished = is == MigrationState.DONE ? clock.instant() : null;
            migrations.set(migration.id(), is, message, finished);
            if (was == MigrationState.RUNNING) {
              record(migration, is, message);
            }
          }
        });
    log.info("Migration {} is {}{}", migration.id(), is, message == null ? "" : ": " + message);
  }

  private void record(Migration migration, MigrationState state, String message) {
    Map<MoveState, Integer> counts = migrations.counts(migration.id());
    trail.record(
        new AuditEntry(
            AuditKind.DEPLOYED,
            migration.createdBy(),
            "migration " + migration.id(),
            "Migration %s, %d incidents moved, %d left%s: %s"
                .formatted(
                    state.name().toLowerCase(Locale.ROOT),
                    counts.getOrDefault(MoveState.MOVED, 0),
                    counts.getOrDefault(MoveState.LEFT, 0),
                    message == null ? "" : " (" + message + ")",
                    migration.reason())));
  }
}
