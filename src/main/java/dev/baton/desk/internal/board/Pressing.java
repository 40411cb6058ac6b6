package dev.baton.desk.internal.board;

import dev.baton.desk.internal.board.BoardBody.Cut;
import dev.baton.desk.internal.board.BoardBody.Promise;
import java.util.ArrayList;
import java.util.List;

/** What is past due and what is at risk, as it is read. */
class Pressing {

  private final List<Promise> breached = new ArrayList<>();
  private final List<Promise> atRisk = new ArrayList<>();
  private long allBreached;
  private long allAtRisk;

  /**
   * @param all how many of its kind there are, this one and those that are not shown included
   */
  void add(boolean isLate, long all, Promise promise) {
    if (isLate) {
      breached.add(promise);
      allBreached = all;
    } else {
      atRisk.add(promise);
      allAtRisk = all;
    }
  }

  Cut<Promise> breached() {
    return new Cut<>(allBreached, List.copyOf(breached));
  }

  Cut<Promise> atRisk() {
    return new Cut<>(allAtRisk, List.copyOf(atRisk));
  }
}
