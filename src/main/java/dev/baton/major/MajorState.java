package dev.baton.major;

/** Where a major incident stands. */
public enum MajorState {
  /** Declared; its flow is about to appoint a lead. */
  DECLARED,
  /** Led, with regular updates. */
  RUNNING,
  /** The incident is resolved; the related ones are looked after. */
  RESOLVED,
  /** Waits for its review. */
  REVIEW,
  CLOSED,
  /** No major incident after all. */
  STOOD_DOWN;

  public boolean isOver() {
    return this == CLOSED || this == STOOD_DOWN;
  }

  /** As it stands in a sentence. */
  String words() {
    return switch (this) {
      case DECLARED -> "newly declared";
      case RUNNING -> "running";
      case RESOLVED -> "resolved";
      case REVIEW -> "under review";
      case CLOSED -> "closed";
      case STOOD_DOWN -> "stood down";
    };
  }
}
