package dev.baton.incident;

/** Input that Baton does not accept: which field, and what would be accepted. */
public class InvalidInput extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String field;

  public InvalidInput(String field, String reason) {
    super(reason);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
