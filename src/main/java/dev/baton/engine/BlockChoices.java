package dev.baton.engine;

import java.util.List;

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
  /** A share in percent, from 1 to 100. */
  PERCENT,
  /** A whole number, or the word {@code CLIENT_SETTING} for the one in the client's settings. */
  NUMBER_OR_CLIENT_SETTING,
  /** What the number counts, or {@code CLIENT_SETTING} for the unit in the client's settings. */
  UNIT_OR_CLIENT_SETTING(
      "CLIENT_SETTING", "WORKING_HOURS", "WORKING_DAYS", "CALENDAR_DAYS", "END_OF_DAY"),
  /** Durations such as {@code PT30S, PT2M}. */
  DURATIONS;

  private final List<String> words;

  BlockChoices(String... words) {
    this.words = List.of(words);
  }

  /** The fixed list that an input offers; empty if it has none. */
  public static List<String> wordsOf(BlockInput input) {
    return input.choices().words.isEmpty() ? List.of(input.words()) : input.choices().words;
  }
}
