package dev.baton.staff.rota;

import dev.baton.staff.StaffRevision;
import dev.baton.staff.StaffRevision.OwnView;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The roster that this node keeps. Each answer asks the database for the revision first, and reads
 * what has changed since; what a transaction has written and not committed stays its own.
 */
@Component
class RosterCache {

  private static final int MOST_READINGS = 20;

  private final StaffRevision revision;
  private final RosterLoader records;
  private final TransactionTemplate transaction;
  private final Lock reading = new ReentrantLock();
  private final AtomicReference<Roster> shared = new AtomicReference<>(Roster.UNREAD);

  RosterCache(
      StaffRevision revision, RosterLoader records, PlatformTransactionManager transactions) {
    this.revision = revision;
    this.records = records;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** So that the first question after a start need not wait for a year of rota. */
  @EventListener(ApplicationReadyEvent.class)
  void readWhole() {
    current();
  }

  /** The roster as the caller's transaction sees it, or a later one that others committed. */
  Roster current() {
    long visible = revision.current();
    Optional<OwnView> own = OwnView.ofThisTransaction();
    if (own.isPresent()) {
      return own.get().at(visible, Roster.class).orElseGet(() -> readFor(own.get(), visible));
    }
    Roster known = shared.get();
    // The connection comes before the lock: who waits for the lock may hold the last one.
    return known.revision() >= visible ? known : transaction.execute(status -> bringUpToDate());
  }

  private Roster readFor(OwnView own, long visible) {
    Roster seen = records.since(shared.get(), visible);
    own.keep(seen.revision(), seen);
    return seen;
  }

  private Roster bringUpToDate() {
    reading.lock();
    try {
      Roster roster = shared.get();
      for (int readings = 0; readings < MOST_READINGS; readings++) {
        long visible = revision.current();
        if (roster.revision() >= visible) {
          break;
        }
        // What is committed during the reading is read once more, under its own revision.
        roster = records.since(roster, visible);
      }
      Roster newest = roster;
      return shared.updateAndGet(known -> known.revision() > newest.revision() ? known : newest);
    } finally {
      reading.unlock();
    }
  }
}
