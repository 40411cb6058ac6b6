package dev.baton.incident;

import dev.baton.engine.NotOffered;
import java.util.Locale;

/** The incident stands where this cannot be done. */
public class IllegalStatus extends NotOffered {
  private static final long serialVersionUID = 1L;

  public IllegalStatus(String number, Status status, String what) {
    super(
        "%s is %s and cannot be %s."
            .formatted(number, status.name().toLowerCase(Locale.ROOT).replace('_', ' '), what));
  }
}
