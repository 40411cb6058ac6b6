package dev.baton.staff;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
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

  private final JdbcClient database;
  private final ApplicationEventPublisher events;

  public StaffRevision(JdbcClient database, ApplicationEventPublisher events) {
    this.database = database;
    this.events = events;
  }

  /** Returns the revision that this transaction sees, including its own changes. */
  public long current() {
    return database
        .sql("select revision from staff_revision where id = 1")
        .query(Long.class)
        .single();
  }

  /** Waits until other changes are committed; call it before reading anything. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeTurn() {
    database.sql("update staff_revision set revision = revision + 1 where id = 1").update();
    if (OwnView.ofThisTransaction().isEmpty()) {
      TransactionSynchronizationManager.registerSynchronization(new OwnView());
    }
  }

  /** Records that the data of these people changed, and publishes it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void changed(Collection<String> logins) {
    long revision = current();
    for (String login : logins) {
      database
          .sql("update agent set revision = ? where login = ?")
          .params(revision, login)
          .update();
    }
    announce(Set.copyOf(logins));
  }

  /** Records that the deputies of posts changed, and publishes it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void postsChanged() {
    database.sql("update staff_revision set posts = revision where id = 1").update();
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
