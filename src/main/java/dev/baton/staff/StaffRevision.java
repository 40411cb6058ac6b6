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
 * Counts the changes of staff and rota. Who changes something takes the turn first, and keeps it
 * until the commit: changes are made one after the other, and become visible in that order.
 */
@Component
public class StaffRevision {

  private final JdbcTemplate database;
  private final ApplicationEventPublisher events;

  public StaffRevision(JdbcTemplate database, ApplicationEventPublisher events) {
    this.database = database;
    this.events = events;
  }

  /** The revision that this transaction sees, its own included. */
  public long current() {
    Long revision =
        database.queryForObject("select revision from staff_revision where id = 1", Long.class);
    return revision == null ? 0 : revision;
  }

  /** Waits until others who change something have committed; comes before any reading. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeTurn() {
    database.update("update staff_revision set revision = revision + 1 where id = 1");
    if (OwnView.ofThisTransaction().isEmpty()) {
      TransactionSynchronizationManager.registerSynchronization(new OwnView());
    }
  }

  /** What is stored of these people is new; says so to whoever listens. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void changed(Collection<String> logins) {
    long revision = current();
    database.batchUpdate(
        "update agent set revision = ? where login = ?",
        logins.stream().map(login -> new Object[] {revision, login}).toList());
    announce(Set.copyOf(logins));
  }

  /** The deputies of posts are new; says so to whoever listens. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void postsChanged() {
    database.update("update staff_revision set posts = revision where id = 1");
    announce(Set.of());
  }

  private void announce(Set<String> logins) {
    OwnView.ofThisTransaction().ifPresent(OwnView::forget);
    events.publishEvent(new RotaChanged(logins));
  }

  /** What a transaction that changes the rota has read since its last change; nobody else may. */
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
