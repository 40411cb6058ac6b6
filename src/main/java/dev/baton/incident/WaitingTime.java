package dev.baton.incident;

/**
 * How long a model lets something wait.
 *
 * @param amount null for the number in the client's settings
 * @param unit null for the unit in the client's settings
 */
public record WaitingTime(Integer amount, WorkingTimeUnit unit) {

  int amountOr(int clients) {
    return amount == null ? clients : amount;
  }

  WorkingTimeUnit unitOr(WorkingTimeUnit clients) {
    return unit == null ? clients : unit;
  }
}
