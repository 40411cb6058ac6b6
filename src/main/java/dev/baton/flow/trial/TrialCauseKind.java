package dev.baton.flow.trial;

import java.util.Arrays;

/** The respects in which an incident can differ between two releases. */
enum TrialCauseKind {
  NOW_REPORTED("Reported, and refused before"),
  NOW_REFUSED("The report is refused"),
  PRIORITY("Priority changes from %s to %s"),
  TEAM("Goes to another team"),
  ASSIGNEE("Has another assignee"),
  STATUS("Ends in another status"),
  REOPENINGS("Is reopened more or less often"),
  NOW_HAPPENS("Is %s, which it was not"),
  HAPPENS_NO_MORE("Is not %s any more"),
  LATER("Is %s later"),
  EARLIER("Is %s earlier"),
  NOT_PROMISED_ANY_MORE("%s is not promised any more, and was %s"),
  NEWLY_PROMISED("%s is newly promised, and is %s"),
  ENDS("%s is %s instead of %s"),
  DUE("%s is due at another time"),
  WAITS_AT_NEW_STEP("Waits at the new step \"%s\""),
  PASSES_NEW_STEP("Passes the new step \"%s\""),
  STEP_GONE("No longer passes \"%s\""),
  WAITS_LONGER("Waits longer at \"%s\""),
  WAITS_LESS("Waits less long at \"%s\""),
  OTHER_PATH("Takes another path in \"%s\""),
  MORE("%s: more"),
  FEWER("%s: fewer"),
  OTHERS("%s: others"),
  EVENT_REFUSED("An event of the log is refused: %s"),
  EVENT_ACCEPTED("An event of the log is no longer refused"),
  EVENTS_WAIT("Events of the log wait for a step that the log does not know");

  private final String words;

  TrialCauseKind(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  TrialCause cause(Object... parameters) {
    return new TrialCause(this, Arrays.stream(parameters).map(String::valueOf).toList());
  }
}
