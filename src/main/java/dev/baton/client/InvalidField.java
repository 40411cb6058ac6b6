package dev.baton.client;

/** A directory does not accept what was given for a field; the message says what it would. */
public class InvalidField extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final String field;

  public InvalidField(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The field, as the API calls it: {@code name}, {@code confirmationDays}. */
  public String field() {
    return field;
  }
}
