package dev.baton.signin;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Evicts cached rows that a transaction changes. */
final class EvictAfterCommit {

  private EvictAfterCommit() {}

  /** Evicts now, and again at the end of the transaction, since others may read in the meantime. */
  static void nowAndThen(Runnable forget) {
    forget.run();
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              forget.run();
            }
          });
    }
  }
}
