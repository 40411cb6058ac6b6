package dev.baton.database;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Settings that are needed often and change rarely: read from the database again after {@link
 * #KEPT}, so that other nodes take a change up within that time. While the database does not
 * answer, what was read last is used.
 */
public final class RecentlyRead<T> {

  public static final Duration KEPT = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(RecentlyRead.class);

  private final Supplier<T> reading;
  private final TransactionTemplate transaction;
  private volatile Read<T> last;

  /**
   * @param reading is run within a transaction
   */
  public RecentlyRead(PlatformTransactionManager transactions, Supplier<T> reading) {
    this.transaction = new TransactionTemplate(transactions);
    this.reading = reading;
  }

  private record Read<T>(T value, long at) {}

  /**
   * @throws DataAccessException or {@link TransactionException} if the database does not answer and
   *     nothing was read before
   */
  public T get() {
    Read<T> known = last;
    if (known == null || System.nanoTime() - known.at() > KEPT.toNanos()) {
      known = new Read<>(readAgain(known), System.nanoTime());
      last = known;
    }
    return known.value();
  }

  private T readAgain(Read<T> known) {
    try {
      return transaction.execute(begun -> reading.get());
    } catch (DataAccessException | TransactionException noDatabase) {
      if (known == null) {
        throw noDatabase;
      }
      LOG.warn("Settings cannot be read; the last ones are used: {}", noDatabase.getMessage());
      return known.value();
    }
  }

  /** Reads again once the present transaction, which changes them, is committed. */
  public void changes() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            last = null;
          }
        });
  }
}
