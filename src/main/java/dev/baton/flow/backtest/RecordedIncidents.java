package dev.baton.flow.backtest;

import dev.baton.flow.backtest.journal.DeskJournal;
import dev.baton.flow.backtest.log.LogReader;
import dev.baton.flow.backtest.log.RecordedLog;
import dev.baton.flow.backtest.replay.InvalidUsage;

/** The incidents that the options ask for, from a file or from the journal of a desk. */
public final class RecordedIncidents {

  private RecordedIncidents() {}

  /**
   * @throws InvalidUsage if there are none
   */
  public static RecordedLog of(BacktestOptions options) {
    RecordedLog log =
        options.desk()
            ? new DeskJournal(NamedDesk.database()).read(options.choice())
            : LogReader.read(options.log()).chosenBy(options.choice());
    if (log.rows().isEmpty()) {
      throw new InvalidUsage(
          "%s has no incident that begins in the days asked for.".formatted(options.source()));
    }
    return log;
  }
}
