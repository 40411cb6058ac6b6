package dev.baton.flow.migration;

import dev.baton.engine.FlowConflict;
import dev.baton.engine.MigrationImpossible;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.journal.MigrationNotes;
import dev.baton.web.text.LocalizableText;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves one incident in a transaction of its own; for a forecast this is undone. */
@Component
class MoveIncident {

  private static final Logger log = LoggerFactory.getLogger(MoveIncident.class);
  private static final int TRIES = 4;

  private final Migrations migrations;
  private final MoveFamily family;
  private final MigrationNotes notes;
  private final Clock clock;
  private final TransactionTemplate transaction;

  MoveIncident(
      Migrations migrations,
      MoveFamily family,
      MigrationNotes notes,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.migrations = migrations;
    this.family = family;
    this.notes = notes;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** What would become of it. */
  MigratedIncident forecast(Migration migration, MigratedIncident incident) {
    try {
      Optional<Moved> moved = retried(() -> tried(migration, incident));
      return moved
          .map(incident::forecast)
          .orElseGet(() -> incident.ended(MoveState.ENDED, "Nothing of it is left to move.", null));
    } catch (MigrationImpossible impossible) {
      return incident.ended(MoveState.IMPOSSIBLE, impossible.getMessage(), null);
    } catch (FlowConflict | ConcurrencyFailureException busy) {
      return incident.ended(
          MoveState.IMPOSSIBLE, "It was being worked on. Repeat the forecast.", null);
    } catch (RuntimeException e) {
      log.warn("{} cannot be moved by migration {}", incident.incident(), migration.id(), e);
      return incident.ended(MoveState.IMPOSSIBLE, reason(e), null);
    }
  }

  private Optional<Moved> tried(Migration migration, MigratedIncident incident) {
    return transaction.execute(
        status -> {
          status.setRollbackOnly();
          return family.move(migration, number(incident), incident.origins());
        });
  }

  /**
   * Moves it, if the migration still runs and the row says that it is to be moved.
   *
   * @return whether the migration still runs
   * @throws MigrationSurprise if the result differs from the forecast; it is marked as failed
   */
  boolean move(Migration migration, MigratedIncident incident) {
    try {
      return retried(
          () -> transaction.execute(status -> moveInTurn(migration, incident.incident())));
    } catch (FlowConflict | ConcurrencyFailureException busy) {
      leave(migration, incident, "It was being worked on each time.");
      return true;
    } catch (MigrationImpossible impossible) {
      if (isAsForecast(incident)) {
        throw failed(migration, incident, impossible.getMessage(), impossible);
      }
      leave(migration, incident, "It has gone on since the forecast. " + impossible.getMessage());
      return true;
    } catch (RuntimeException e) {
      throw failed(migration, incident, reason(e), e);
    }
  }

  private boolean moveInTurn(Migration migration, String incident) {
    if (migrations.held(migration.id()).state() != MigrationState.RUNNING) {
      return false;
    }
    MigratedIncident row = migrations.inTurn(migration.id(), incident);
    if (row.state() != MoveState.READY) {
      return true;
    }
    Optional<Moved> moved = family.move(migration, number(row), row.origins());
    if (moved.isEmpty()) {
      migrations.save(
          migration.id(),
          row.ended(MoveState.ENDED, "Nothing of it is left to move.", clock.instant()));
      return true;
    }
    Moved done = moved.get();
    if (done.beforeDigest().equals(row.before()) && !done.afterDigest().equals(row.after())) {
      throw new MigrationSurprise("What is open afterwards differs from the forecast.", null);
    }
    notes.migrated(
        number(row),
        migration.createdBy(),
        LocalizableText.of("entry.value", done.words()),
        migration.reason());
    migrations.save(migration.id(), row.moved(done, done.words(), clock.instant()));
    return true;
  }

  private boolean isAsForecast(MigratedIncident incident) {
    return family.digestNow(number(incident)).equals(incident.before());
  }

  private void leave(Migration migration, MigratedIncident incident, String why) {
    migrations.leave(migration.id(), incident.ended(MoveState.LEFT, why, clock.instant()));
  }

  private MigrationSurprise failed(
      Migration migration, MigratedIncident incident, String why, RuntimeException cause) {
    log.warn("{} was not moved by migration {}", incident.incident(), migration.id(), cause);
    migrations.leave(migration.id(), incident.ended(MoveState.FAILED, why, clock.instant()));
    return new MigrationSurprise(why, cause);
  }

  /** Whoever works on it goes first; it is tried again after them. */
  private static <T> T retried(Supplier<T> work) {
    for (int left = TRIES - 1; ; left--) {
      try {
        return work.get();
      } catch (FlowConflict | ConcurrencyFailureException busy) {
        if (left == 0) {
          throw busy;
        }
      }
    }
  }

  private static IncidentNumber number(MigratedIncident incident) {
    return new IncidentNumber(incident.incident());
  }

  private static String reason(RuntimeException e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? e.toString() : cause.getMessage();
  }
}
