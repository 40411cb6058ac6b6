package dev.baton.signin;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Forgets what is remembered of rows that a transaction changes. */
final class EvictAfterCommit {

  private EvictAfterCommit() {}

  /** At once, and again at the end of the transaction for what others read meanwhile. */
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
