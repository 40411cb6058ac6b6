package dev.baton.flow.backtest;

import dev.baton.flow.backtest.log.IncidentChoice;
import dev.baton.flow.backtest.replay.InvalidUsage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;

/** What the command was asked to do. */
record BacktestOptions(
    Path log, IncidentChoice choice, Path agreements, Path rota, Path report, boolean help) {

  static final String USAGE =
      """
      Usage: java -jar baton.jar backtest --log FILE [--from DATE] [--to DATE] [--limit N]
                                          [--agreements FILE] [--rota FILE] [--report DIR]

      Replays a recorded incident log through the flow, on a simulated clock and in a scratch
      database, and compares what the flow did with what was recorded.

        --log FILE    a ServiceNow audit export (CSV, plain or gzip)
        --from DATE   only incidents whose first event is on or after this day (yyyy-MM-dd, UTC)
        --to DATE     only incidents whose first event is before this day (yyyy-MM-dd, UTC)
        --limit N     at most the first N of these incidents
        --agreements FILE
                      what was promised: calendars and agreements as YAML. Every incident gets its
                      obligations and clocks; their verdicts are held against the log's made_sla.
                      Where a promise runs until the closing, incidents are closed when the log
                      closes them, and not by Baton's own timer.
        --rota FILE   who is on duty when, and how people answer, as YAML. Escalations run;
                      without it nobody is told.
        --report DIR  where report.html and report.json are written (default: backtest-report)
        --help        this text

      The scratch database is an embedded MariaDB in a temporary folder or, with BATON_DB_URL, a
      scratch schema on that server. Either is removed afterwards; the desk's own data are never
      touched. Exit code: 0 done, 2 wrong usage or an unreadable log, 1 anything else.
      """;

  private static final List<String> OPTIONS =
      List.of("--log", "--from", "--to", "--limit", "--agreements", "--rota", "--report");

  private static final Path DEFAULT_REPORT = Path.of("backtest-report");

  /** Reads the arguments; an option and its value are two words, or one with "=" between. */
  static BacktestOptions parse(List<String> arguments) {
    Path log = null;
    Path report = DEFAULT_REPORT;
    Path agreements = null;
    Path rota = null;
    LocalDate from = null;
    LocalDate to = null;
    int limit = Integer.MAX_VALUE;
    Iterator<String> words = arguments.iterator();
    while (words.hasNext()) {
      String word = words.next();
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String option = equals < 0 ? word : word.substring(0, equals);
      if (option.equals("--help") || option.equals("-h")) {
        return new BacktestOptions(null, IncidentChoice.ALL, null, null, DEFAULT_REPORT, true);
      }
      if (!OPTIONS.contains(option)) {
        throw new InvalidUsage("Unknown argument: " + word);
      }
      String value = equals < 0 ? valueOf(option, words) : word.substring(equals + 1);
      if (value.isBlank()) {
        throw new InvalidUsage(option + " needs a value.");
      }
      switch (option) {
        case "--log" -> log = Path.of(value);
        case "--from" -> from = day(option, value);
        case "--to" -> to = day(option, value);
        case "--limit" -> limit = count(option, value);
        case "--agreements" -> agreements = Path.of(value);
        case "--rota" -> rota = Path.of(value);
        default -> report = Path.of(value);
      }
    }
    if (log == null) {
      throw new InvalidUsage("--log FILE is missing.");
    }
    if (from != null && to != null && !from.isBefore(to)) {
      throw new InvalidUsage("--from " + from + " must be before --to " + to + ".");
    }
    return new BacktestOptions(
        log, new IncidentChoice(from, to, limit), agreements, rota, report, false);
  }

  private static String valueOf(String option, Iterator<String> words) {
    if (!words.hasNext()) {
      throw new InvalidUsage(option + " needs a value.");
    }
    return words.next();
  }

  private static LocalDate day(String option, String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new InvalidUsage(option + " needs a day as yyyy-MM-dd, not " + value + ".");
    }
  }

  private static int count(String option, String value) {
    try {
      int count = Integer.parseInt(value);
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // told below, as any other number that is none
    }
    throw new InvalidUsage(option + " needs a whole number from 1 on, not " + value + ".");
  }
}
