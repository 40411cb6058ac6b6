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
 * @param log null for the journal of a desk
 * @param desk whether the journal of the desk that the environment names is the log
 * @param agreements null for no promises
 * @param rota null if nobody is on duty
 * @param answers how user tasks are played that the log knows nothing of; null for the defaults
 * @param release the flows to replay through; null for those that come with Baton
 * @param outcomes where to write what became of each incident; null for nowhere
 * @param live the release that a trial starts from; null for the one that comes with Baton
 * @param flows what a trial lays over it; null for no trial
 * @param inTurn whether a trial replays one release after the other
 */
public record BacktestOptions(
    Path log,
    boolean desk,
    IncidentChoice choice,
    Path agreements,
    Path rota,
    Path answers,
    Path release,
    Path outcomes,
    Path live,
    Path flows,
    boolean inTurn,
    Path report,
    boolean help) {

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

  private static final List<String> FLAGS = List.of("--desk", "--in-turn");

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
      if (FLAGS.contains(word)) {
        values.put(word, "");
        continue;
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
        values.containsKey("--desk"),
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
        values.containsKey("--in-turn"),
        values.containsKey("--report") ? path(values, "--report") : DEFAULT_REPORT,
        help);
  }

  private BacktestOptions consistent() {
    if (log == null != desk) {
      throw new InvalidUsage("Say which incidents: --log FILE or --desk.");
    }
    if (choice.from() != null && choice.to() != null && !choice.from().isBefore(choice.to())) {
      throw new InvalidUsage(
          "--from " + choice.from() + " must be before --to " + choice.to() + ".");
    }
    if (flows != null && (release != null || outcomes != null)) {
      throw new InvalidUsage("--flows goes with --live; leave out --release and --outcomes.");
    }
    if (flows == null && (live != null || inTurn)) {
      throw new InvalidUsage("--live and --in-turn go with --flows DIR.");
    }
    return this;
  }

  /** One replay of a trial: the same incidents, people and promises through this release. */
  public BacktestOptions through(Path ofRelease, Path itsOutcomes, Path itsReport) {
    return new BacktestOptions(
        log,
        desk,
        choice,
        agreements,
        rota,
        answers,
        ofRelease,
        itsOutcomes,
        null,
        null,
        false,
        itsReport,
        false);
  }

  /** What the incidents come from. */
  public String source() {
    return desk ? "The desk's journal" : log.getFileName().toString();
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
