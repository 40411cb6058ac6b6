package dev.baton.flow.backtest;

import dev.baton.flow.backtest.log.IncidentChoice;
import dev.baton.flow.backtest.replay.InvalidUsage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What the command was asked to do.
 *
 * @param agreements null for no promises
 * @param rota null if nobody is on duty
 * @param answers how user tasks are played that the log knows nothing of; null for the defaults
 * @param release the flows to replay through; null for those that come with Baton
 * @param outcomes where to write what became of each incident; null for nowhere
 * @param live the release that a trial starts from; null for the one that comes with Baton
 * @param flows what a trial lays over it; null for no trial
 */
public record BacktestOptions(
    Path log,
    IncidentChoice choice,
    Path agreements,
    Path rota,
    Path answers,
    Path release,
    Path outcomes,
    Path live,
    Path flows,
    Path report,
    boolean help) {

  public static final String USAGE =
      """
      Usage: java -jar baton.jar backtest --log FILE [--from DATE] [--to DATE] [--limit N]
                                          [--sample N] [--agreements FILE] [--rota FILE]
                                          [--answers FILE] [--release DIR] [--outcomes FILE]
                                          [--report DIR]
             java -jar baton.jar backtest --log FILE --flows DIR [--live DIR] ...

      Replays a recorded incident log through the flow, on a simulated clock and in a scratch
      database, and compares what the flow did with what was recorded. With --flows it is a trial:
      the log is replayed twice, through the live release and through the live release with the
      files of a folder laid over it, and both are compared incident by incident.

        --log FILE    a ServiceNow audit export (CSV, plain or gzip)
        --from DATE   only incidents whose first event is on or after this day (yyyy-MM-dd, UTC)
        --to DATE     only incidents whose first event is before this day (yyyy-MM-dd, UTC)
        --limit N     at most the first N of these incidents
        --sample N    at most N of these incidents, spread evenly; the same at every run
        --flows DIR   a trial of the flows, tables and forms of this folder
        --live DIR    all files of the release that is live (default: those that come with Baton)
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

  private static final List<String> OPTIONS =
      List.of(
          "--log",
          "--from",
          "--to",
          "--limit",
          "--sample",
          "--agreements",
          "--rota",
          "--answers",
          "--release",
          "--outcomes",
          "--live",
          "--flows",
          "--report");

  private static final Path DEFAULT_REPORT = Path.of("backtest-report");

  /**
   * Reads the arguments; an option and its value are two words, or one with "=" between.
   *
   * @throws InvalidUsage when they make no sense
   */
  public static BacktestOptions parse(List<String> arguments) {
    Map<String, String> values = new HashMap<>();
    Iterator<String> words = arguments.iterator();
    while (words.hasNext()) {
      String word = words.next();
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String option = equals < 0 ? word : word.substring(0, equals);
      if (option.equals("--help") || option.equals("-h")) {
        return of(Map.of(), true);
      }
      if (!OPTIONS.contains(option)) {
        throw new InvalidUsage("Unknown argument: " + word);
      }
      String value = equals < 0 ? valueOf(option, words) : word.substring(equals + 1);
      if (value.isBlank()) {
        throw new InvalidUsage(option + " needs a value.");
      }
      values.put(option, value);
    }
    return of(values, false).consistent();
  }

  private static BacktestOptions of(Map<String, String> values, boolean help) {
    return new BacktestOptions(
        path(values, "--log"),
        new IncidentChoice(
            day(values, "--from"),
            day(values, "--to"),
            count(values, "--limit"),
            count(values, "--sample")),
        path(values, "--agreements"),
        path(values, "--rota"),
        path(values, "--answers"),
        path(values, "--release"),
        path(values, "--outcomes"),
        path(values, "--live"),
        path(values, "--flows"),
        values.containsKey("--report") ? path(values, "--report") : DEFAULT_REPORT,
        help);
  }

  private BacktestOptions consistent() {
    if (log == null) {
      throw new InvalidUsage("--log FILE is missing.");
    }
    if (choice.from() != null && choice.to() != null && !choice.from().isBefore(choice.to())) {
      throw new InvalidUsage(
          "--from " + choice.from() + " must be before --to " + choice.to() + ".");
    }
    if (flows != null && (release != null || outcomes != null)) {
      throw new InvalidUsage("--flows goes with --live; leave out --release and --outcomes.");
    }
    if (flows == null && live != null) {
      throw new InvalidUsage("--live goes with --flows DIR.");
    }
    return this;
  }

  private static Path path(Map<String, String> values, String option) {
    String value = values.get(option);
    return value == null ? null : Path.of(value);
  }

  private static String valueOf(String option, Iterator<String> words) {
    if (!words.hasNext()) {
      throw new InvalidUsage(option + " needs a value.");
    }
    return words.next();
  }

  private static LocalDate day(Map<String, String> values, String option) {
    String value = values.get(option);
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new InvalidUsage(option + " needs a day as yyyy-MM-dd, not " + value + ".");
    }
  }

  private static int count(Map<String, String> values, String option) {
    String value = values.get(option);
    if (value == null) {
      return Integer.MAX_VALUE;
    }
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
