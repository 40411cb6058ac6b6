package dev.baton.flow.backtest.log;

import dev.baton.incident.HoldReason;
import java.util.Optional;

/** The states that a recorded log knows, and what Baton would hold the incident for in each. */
public enum RecordedState {
  NEW("New", null),
  ACTIVE("Active", null),
  AWAITING_USER_INFO("Awaiting User Info", HoldReason.REQUESTER),
  AWAITING_EVIDENCE("Awaiting Evidence", HoldReason.REQUESTER),
  AWAITING_VENDOR("Awaiting Vendor", HoldReason.SUPPLIER),
  AWAITING_PROBLEM("Awaiting Problem", HoldReason.PROBLEM),
  AWAITING_CHANGE("Awaiting Change", HoldReason.CHANGE),
  RESOLVED("Resolved", null),
  CLOSED("Closed", null),
  CANCELLED("Canceled", null),
  /** Written by the recorded desk's software in a few rows; nobody knows what it means. */
  UNKNOWN("-100", null);

  private final String text;
  private final HoldReason holdReason;

  RecordedState(String text, HoldReason holdReason) {
    this.text = text;
    this.holdReason = holdReason;
  }

  static Optional<RecordedState> of(String text) {
    for (RecordedState state : values()) {
      if (state.text.equals(text)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  public boolean isAwaiting() {
    return holdReason != null;
  }

  /** In which the work waits for that. */
  public static RecordedState awaiting(HoldReason reason) {
    return switch (reason) {
      case REQUESTER -> AWAITING_USER_INFO;
      case SUPPLIER -> AWAITING_VENDOR;
      case PROBLEM -> AWAITING_PROBLEM;
      case CHANGE -> AWAITING_CHANGE;
    };
  }

  /** Whether nothing more happens to the incident. */
  public boolean isFinal() {
    return this == CLOSED || this == CANCELLED;
  }

  /** Who the work waits for, or null where it does not wait. */
  public HoldReason holdReason() {
    return holdReason;
  }

  @Override
  public String toString() {
    return text;
  }
}
