package dev.baton.database;

/** Baton cannot run on the database it was given; says why, and what would help. */
public class UnusableDatabase extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  public UnusableDatabase(String reason, String remedy) {
    this(reason, remedy, null);
  }

  public UnusableDatabase(String reason, String remedy, Throwable cause) {
    super(reason, cause);
    this.remedy = remedy;
  }

  /** What a person can do about it, in one or two sentences. */
  public String remedy() {
    return remedy;
  }
}
