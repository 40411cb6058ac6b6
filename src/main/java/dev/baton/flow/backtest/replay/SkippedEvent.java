package dev.baton.flow.backtest.replay;

/** Why an event of the log was not, or not wholly, replayed. */
public record SkippedEvent(String reason) {

  static final SkippedEvent UNKNOWN_STATE =
      new SkippedEvent("The log gives the state -100, whose meaning is unknown");
  public static final SkippedEvent REOPENS_CLOSED =
      new SkippedEvent("The log reopens a closed incident");
  static final SkippedEvent AFTER_CLOSING =
      new SkippedEvent("The log changes an incident after closing it");
  static final SkippedEvent BACK_TO_NEW = new SkippedEvent("The log puts an incident back to New");
  static final SkippedEvent CLOSED_BY_TIMER =
      new SkippedEvent(
          "Baton's timer had closed the incident five days after its resolution; the log went on");
  static final SkippedEvent ENDED_BEFORE =
      new SkippedEvent("The incident was already closed or cancelled in the replay");
  static final SkippedEvent NOT_REPORTED =
      new SkippedEvent("The incident's first event was refused, so Baton does not know it");

  static final SkippedEvent AT_UNRECORDED_WORK =
      new SkippedEvent("The flow was still at a step that the log knows nothing of");

  /** What the flow itself answered, without the number of the one incident. */
  static SkippedEvent byFlow(String answer) {
    return new SkippedEvent(
        "The flow refused: " + answer.replaceAll("INC-\\d{4}-\\d+", "the incident"));
  }
}
