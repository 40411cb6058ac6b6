package dev.baton.staff;

/** Something about rota, absences or deputies cannot be kept; the message says why. */
public class RotaRefused extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final String field;

  RotaRefused(String field, String message) {
    super(message);
    this.field = field;
  }

  /** Which field, as it is called in the records: {@code until}, {@code deputy}. */
  public String field() {
    return field;
  }
}
