package dev.baton.flow.backtest.report;

/** What is compared of each incident. */
enum ComparedAspect {
  STATUS("status", "Final status"),
  PRIORITY("priority", "Priority"),
  TEAM("team", "Team"),
  ASSIGNEE("assignee", "Assignee"),
  REASSIGNMENTS("reassignments", "Reassignments of team"),
  REOPENINGS("reopenings", "Reopenings"),
  AUTO_CLOSE("autoClose", "Automatic closing within the hour");

  private final String key;
  private final String title;

  ComparedAspect(String key, String title) {
    this.key = key;
    this.title = title;
  }

  String key() {
    return key;
  }

  String title() {
    return title;
  }
}
