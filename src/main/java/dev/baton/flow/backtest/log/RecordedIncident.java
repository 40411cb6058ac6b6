package dev.baton.flow.backtest.log;

import dev.baton.incident.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where an incident stands by its log, with the last value that made sense where a row had none.
 *
 * @param reassignments as the log counts them
 */
public record RecordedIncident(
    RecordedState state,
    RecordedGroup group,
    int reassignments,
    String assignee,
    Level impact,
    Level urgency) {

  /** Between two rows; a count that grows faster is a slip of the pen. */
  private static final int MOST_HOPS = 20;

  /** What the report itself says of the first row: all but person and state. */
  public static RecordedIncident reportedBy(LogRow first) {
    return new RecordedIncident(
        RecordedState.NEW,
        RecordedGroup.named(first.group()),
        first.reassignments(),
        null,
        Objects.requireNonNullElse(first.impact(), Level.MEDIUM),
        Objects.requireNonNullElse(first.urgency(), Level.MEDIUM));
  }

  /** After this row; a closed incident stays closed, whatever the log goes on to say. */
  public static RecordedIncident after(RecordedIncident before, LogRow row) {
    RecordedIncident from = before == null ? reportedBy(row) : before;
    List<RecordedGroup> groups = from.groupsUpTo(row);
    boolean keepsState =
        row.state() == RecordedState.UNKNOWN
            || row.state() == RecordedState.NEW
            || from.state().isFinal();
    return new RecordedIncident(
        keepsState ? from.state() : row.state(),
        groups.isEmpty() ? from.group() : groups.get(groups.size() - 1),
        row.reassignments(),
        row.assignee(),
        row.impact() == null ? from.impact() : row.impact(),
        row.urgency() == null ? from.urgency() : row.urgency());
  }

  /**
   * The groups it was handed to up to this row: the one that the row names if that is another, and
   * namesakes for those reassignments that the log counts and does not name.
   */
  public List<RecordedGroup> groupsUpTo(LogRow row) {
    boolean isSameName = Objects.equals(group.name(), row.group());
    RecordedGroup last = isSameName ? group : RecordedGroup.named(row.group());
    int counted = Math.min(row.reassignments() - reassignments, MOST_HOPS);
    int hops = isSameName ? counted : Math.max(1, counted);
    List<RecordedGroup> groups = new ArrayList<>();
    for (int hop = 0; hop < hops; hop++) {
      last = isSameName || hop > 0 ? last.other() : last;
      groups.add(last);
    }
    return groups;
  }
}
