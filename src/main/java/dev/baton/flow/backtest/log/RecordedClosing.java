package dev.baton.flow.backtest.log;

import java.time.Instant;
import java.util.List;

/**
 * When the log says that an incident was closed: the time of the event, not the filled-in column.
 */
public final class RecordedClosing {

  private RecordedClosing() {}

  /** The last event that closed it, or null. */
  public static Instant lastOf(List<LogRow> rows) {
    Instant closed = null;
    RecordedState before = null;
    for (LogRow row : rows) {
      if (row.state() == RecordedState.CLOSED && before != RecordedState.CLOSED) {
        closed = row.at();
      }
      before = row.state();
    }
    return closed;
  }
}
