package dev.baton.mail.mime;

import java.util.concurrent.CancellationException;

/**
 * Stops parsing when the thread is interrupted. Every loop that a hostile mail could prolong checks
 * it, so that no mail holds a thread past its deadline.
 */
public final class Interruption {

  private Interruption() {}

  /**
   * Leaves the thread's interrupt flag set.
   *
   * @throws CancellationException if the thread has been interrupted
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The mail could not be parsed in time");
    }
  }
}
