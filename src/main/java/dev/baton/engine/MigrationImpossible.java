package dev.baton.engine;

/** An instance cannot go on with the other version, since that has no such step where it waits. */
public class MigrationImpossible extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MigrationImpossible(String message, Throwable cause) {
    super(message, cause);
  }
}
