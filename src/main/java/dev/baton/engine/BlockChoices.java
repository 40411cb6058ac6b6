package dev.baton.engine;

/** Where the possible values of a {@link BlockInput} come from. */
public enum BlockChoices {
  /** Any text. */
  NONE,
  /** An event that Baton itself announces. */
  EVENTS,
  /** The code of an event that process owners registered; each desk has its own. */
  OWN_EVENTS,
  /** A role of the chain of command, or several. */
  ROLES,
  /** The code of a team; each desk has its own. */
  TEAMS,
  /** The id of a form. */
  FORMS,
  /** What may be done on a user task, one or several. */
  ACTS,
  /** A whole number. */
  NUMBER,
  /** A whole number, or the word {@code CLIENT_SETTING} for the one in the client's settings. */
  NUMBER_OR_CLIENT_SETTING,
  /** Durations such as {@code PT30S, PT2M}. */
  DURATIONS
}
