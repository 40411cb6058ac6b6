package dev.baton.flow.backtest;

/** Why an event of the log was not, or not wholly, replayed. */
record Refusal(String reason) {

  static final Refusal UNKNOWN_STATE =
      new Refusal("The log gives the state -100, whose meaning nobody knows");
  static final Refusal REOPENS_CLOSED = new Refusal("The log reopens a closed incident");
  static final Refusal AFTER_CLOSING = new Refusal("The log changes an incident after closing it");
  static final Refusal BACK_TO_NEW = new Refusal("The log puts an incident back to New");
  static final Refusal CLOSED_BY_TIMER =
      new Refusal(
          "Baton's timer had closed the incident five days after its resolution; the log went on");
  static final Refusal NOT_REPORTED =
      new Refusal("The incident's first event was refused, so Baton does not know it");

  /** What the flow itself answered, without the number of the one incident. */
  static Refusal byFlow(String answer) {
    return new Refusal("The flow refused: " + answer.replaceAll("INC-\\d{4}-\\d+", "the incident"));
  }
}
