package dev.baton.flow.backtest.log;

/**
 * A group as a log tells it: a name, or null where the name is missing. Two groups may stand behind
 * one name, or behind none: where the log counts a reassignment and the name stays, the incident
 * went to the other one, the namesake.
 */
public record RecordedGroup(String name, boolean isNamesake) {

  public static RecordedGroup named(String name) {
    return new RecordedGroup(name, false);
  }

  public RecordedGroup other() {
    return new RecordedGroup(name, !isNamesake);
  }
}
