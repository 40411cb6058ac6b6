package dev.baton.flow.migration;

/** The migration does not offer this now; the message says what to do first. */
public class MigrationConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MigrationConflict(String message) {
    super(message);
  }
}
