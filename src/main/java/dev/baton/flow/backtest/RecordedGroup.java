package dev.baton.flow.backtest;

/**
 * A group as a log tells it: a name, or null where the name is missing. Two groups may stand behind
 * one name, or behind none: where the log counts a reassignment and the name stays, the incident
 * went to the other one, the namesake.
 */
record RecordedGroup(String name, boolean isNamesake) {

  static RecordedGroup named(String name) {
    return new RecordedGroup(name, false);
  }

  RecordedGroup other() {
    return new RecordedGroup(name, !isNamesake);
  }
}
