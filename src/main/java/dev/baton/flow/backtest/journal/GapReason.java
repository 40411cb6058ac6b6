package dev.baton.flow.backtest.journal;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a replay of a desk's journal says of its gaps, by the names of {@link
 * dev.baton.incident.history.IncidentHistory.HistoryGap}.
 */
public enum GapReason {
  FORMER_LEVELS(
      "The journal does not say what impact and urgency were before they were changed; the incident"
          + " has the later ones from the start"),
  REQUESTED_TEAM(
      "People reassigned it, and the journal does not say whether its report asked for a team; the"
          + " flow routes it"),
  UNREADABLE_ENTRY("An entry of the journal is not understood and left out");

  private final String words;

  GapReason(String words) {
    this.words = words;
  }

  /** In English. */
  public String words() {
    return words;
  }

  /** The reason that has these words, if it is one of them. */
  public static Optional<GapReason> of(String words) {
    return Arrays.stream(values()).filter(reason -> reason.words.equals(words)).findFirst();
  }
}
