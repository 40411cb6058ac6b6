package dev.baton.flow.backtest.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Tells how far the replay is and how long it will still take: one line that changes on a terminal,
 * a line every ten seconds elsewhere.
 */
public final class ReplayProgress {

  private static final Duration ON_TERMINAL = Duration.ofMillis(500);
  private static final Duration ELSEWHERE = Duration.ofSeconds(10);

  private final String name;
  private final PrintStream out;
  private final boolean terminal;
  private final int total;
  private final long begun;
  private long told;

  /**
   * @param name of the replay, where there are several; otherwise empty
   */
  public ReplayProgress(String name, PrintStream out, boolean terminal, int total, long nanos) {
    this.name = name.isEmpty() ? "" : "%-9s ".formatted(name + ":");
    this.out = out;
    this.terminal = terminal;
    this.total = total;
    this.begun = nanos;
    this.told = nanos;
  }

  /** Called after every event with the machine's time, {@link System#nanoTime()}. */
  void done(int events, long nanos) {
    Duration pause = terminal ? ON_TERMINAL : ELSEWHERE;
    if (nanos - told < pause.toNanos()) {
      return;
    }
    told = nanos;
    String line = line(events, Duration.ofNanos(nanos - begun));
    if (terminal) {
      out.print("\r" + line + "\u001b[K");
      out.flush();
    } else {
      out.println(line);
    }
  }

  void ended() {
    if (terminal) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }

  private String line(int events, Duration elapsed) {
    double perSecond = events * 1000.0 / Math.max(1, elapsed.toMillis());
    Duration left = Duration.ofSeconds(Math.round((total - events) / Math.max(0.001, perSecond)));
    return name
        + String.format(
            Locale.ROOT,
            "%,d of %,d events (%d %%), %.0f/s, about %s left",
            events,
            total,
            100L * events / total,
            perSecond,
            spoken(left));
  }

  public static String spoken(Duration time) {
    return time.toMinutes() > 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toSecondsPart() + " s";
  }
}
