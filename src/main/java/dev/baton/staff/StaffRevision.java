package dev.baton.staff;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts the changes of staff and rota. A transaction that makes changes first takes the turn and
 * keeps it until the commit, so changes happen one after the other and become visible in that
 * order.
 */
@Component
public class StaffRevision {

  private final JdbcTemplate database;
  private final ApplicationEventPublisher events;

  public StaffRevision(JdbcTemplate database, ApplicationEventPublisher events) {
    this.database = database;
    this.events = events;
  }

  /** Returns the revision that this transaction sees, including its own changes. */
  public long current() {
    Long revision =
        database.queryForObject("select revision from staff_revision where id = 1", Long.class);
    return revision == null ? 0 : revision;
  }

  /** Waits until other changes are committed; call it before reading anything. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeTurn() {
    database.update("update staff_revision set revision = revision + 1 where id = 1");
    if (OwnView.ofThisTransaction().isEmpty()) {
      TransactionSynchronizationManager.registerSynchronization(new OwnView());
    }
  }

  /** Records that the data of these people changed, and publishes it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void changed(Collection<String> logins) {
    long revision = current();
    database.batchUpdate(
        "update agent set revision = ? where login = ?",
        logins.stream().map(login -> new Object[] {revision, login}).toList());
    announce(Set.copyOf(logins));
  }

  /** Records that the deputies of posts changed, and publishes it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void postsChanged() {
    database.update("update staff_revision set posts = revision where id = 1");
    announce(Set.of());
  }

  private void announce(Set<String> logins) {
    OwnView.ofThisTransaction().ifPresent(OwnView::forget);
    events.publishEvent(new RotaChanged(logins));
  }

  /**
   * What a transaction that changes the rota has read since its last change; private to that
   * transaction.
   */
  public static final class OwnView implements TransactionSynchronization {

    private long revision;
    private Object view;

    public static Optional<OwnView> ofThisTransaction() {
      return TransactionSynchronizationManager.isSynchronizationActive()
          ? TransactionSynchronizationManager.getSynchronizations().stream()
              .filter(OwnView.class::isInstance)
              .map(OwnView.class::cast)
              .findFirst()
          : Optional.empty();
    }

    public <T> Optional<T> at(long wanted, Class<T> type) {
      return revision == wanted ? Optional.ofNullable(view).map(type::cast) : Optional.empty();
    }

    public void keep(long seen, Object read) {
      revision = seen;
      view = read;
    }

    void forget() {
      view = null;
    }
  }
}
