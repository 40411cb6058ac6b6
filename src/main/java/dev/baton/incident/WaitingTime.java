package dev.baton.incident;

/**
 * How long a model lets something wait.
 *
 * @param amount null for the number in the client's settings
 * @param unit null for the unit in the client's settings
 */
public record WaitingTime(Integer amount, WorkingTimeUnit unit) {

  /** As the client's settings say. */
  public static final WaitingTime OF_THE_CLIENT = new WaitingTime(null, null);

  int amountOr(int clients) {
    return amount == null ? clients : amount;
  }

  WorkingTimeUnit unitOr(WorkingTimeUnit clients) {
    return unit == null ? clients : unit;
  }
}
