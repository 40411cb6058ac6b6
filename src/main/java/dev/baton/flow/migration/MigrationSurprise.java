package dev.baton.flow.migration;

/** A move went another way than its forecast, and was undone. */
class MigrationSurprise extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MigrationSurprise(String message, Throwable cause) {
    super(message, cause);
  }
}
