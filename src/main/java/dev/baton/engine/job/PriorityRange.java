package dev.baton.engine.job;

import java.util.List;

/**
 * The priorities of the jobs that one pool of threads takes, both ends included: the scale is in
 * src/docs/adr/0010.
 */
record PriorityRange(long min, long max) {

  /** Jobs that talk to other servers: each may take seconds. */
  static final PriorityRange DELIVERIES = new PriorityRange(20, 25);

  /** All others, those above the deliveries first. */
  static final List<PriorityRange> OTHERS =
      List.of(
          new PriorityRange(DELIVERIES.max + 1, Long.MAX_VALUE),
          new PriorityRange(Long.MIN_VALUE, DELIVERIES.min - 1));

  boolean contains(long priority) {
    return min <= priority && priority <= max;
  }
}
