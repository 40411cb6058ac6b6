package dev.baton.flow.backtest;

/** What {@code --help} says. */
public final class BacktestUsage {

  public static final String TEXT =
      """
      Usage: java -jar baton.jar backtest --log FILE [--from DATE] [--to DATE] [--limit N]
                                          [--sample N] [--agreements FILE] [--rota FILE]
                                          [--answers FILE] [--release DIR] [--outcomes FILE]
                                          [--report DIR]
             java -jar baton.jar backtest --desk ...
             java -jar baton.jar backtest --log FILE --flows DIR [--live DIR] [--in-turn] ...
             java -jar baton.jar backtest --desk --flows DIR [--live DIR] [--in-turn] ...

      Replays a recorded incident log through the flow, on a simulated clock and in a scratch
      database, and compares what the flow did with what was recorded. With --flows it is a trial:
      the log is replayed twice, through the live release and through the live release with the
      files of a folder laid over it, and both are compared incident by incident.

        --log FILE    a ServiceNow audit export (CSV, plain or gzip)
        --desk        the journal of the desk whose database BATON_DB_URL names, which is only read;
                      its agreements and its live release are used where none are named
        --from DATE   only incidents whose first event is on or after this day (yyyy-MM-dd, UTC)
        --to DATE     only incidents whose first event is before this day (yyyy-MM-dd, UTC)
        --limit N     at most the first N of these incidents
        --sample N    at most N of these incidents, spread evenly; the same at every run
        --flows DIR   a trial of the flows, tables and forms of this folder
        --live DIR    all files of the release that is live (default: those that come with Baton)
        --in-turn     the two replays of a trial one after the other, with half the memory
        --agreements FILE
                      what was promised: calendars and agreements as YAML. Every incident gets its
                      obligations and clocks; their verdicts are held against the log's made_sla.
                      Where a promise runs until the closing, incidents are closed when the log
                      closes them, and not by Baton's own timer.
        --rota FILE   who is on duty when, and how people answer, as YAML. Escalations run;
                      without it nobody is told.
        --answers FILE
                      how the user tasks and waits are answered that the log knows nothing of, as
                      YAML (default: after an hour, with the defaults of their forms)
        --release DIR all files of the release to replay through (default: those that come with
                      Baton)
        --outcomes FILE
                      where to write as JSON what became of each incident
        --report DIR  where report.html and report.json are written (default: backtest-report)
        --help        this text

      The scratch database is an embedded MariaDB in a temporary folder or, with BATON_DB_URL, a
      scratch schema on that server. Either is removed afterwards; the desk's own data are never
      touched. Exit code: 0 done, 2 wrong usage, an unreadable log or flows that the checks refuse,
      1 anything else.
      """;

  private BacktestUsage() {}
}
