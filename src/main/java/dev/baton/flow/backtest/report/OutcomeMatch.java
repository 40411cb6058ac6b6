package dev.baton.flow.backtest.report;

/** How many of the incidents where something could be compared agree on it. */
record OutcomeMatch(ComparedAspect dimension, int cases, int agreed) {

  /** From 0 to 1; nothing to compare is full agreement. */
  double share() {
    return cases == 0 ? 1 : (double) agreed / cases;
  }
}
