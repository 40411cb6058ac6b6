package dev.baton.mail;

/**
 * The thread that parses a mail was interrupted: its time is up. Thrown from wherever the parser
 * then was, so that no thread is lost to a mail.
 */
public final class ParsingStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private ParsingStopped() {
    super("The mail could not be parsed in time");
  }

  /** Ends the parsing if the thread was interrupted; leaves the interruption as it is. */
  static void ifInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new ParsingStopped();
    }
  }
}
