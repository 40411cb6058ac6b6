package dev.baton.flow.backtest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReplayProgressTest {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

  @Test
  void tellsEveryTenSecondsHowFarItIsAndHowLongItTakes() {
    ReplayProgress progress = new ReplayProgress("", out, false, 3000, 0);

    progress.done(500, TimeUnit.SECONDS.toNanos(5));
    progress.done(1000, TimeUnit.SECONDS.toNanos(10));
    progress.done(1100, TimeUnit.SECONDS.toNanos(11));

    assertThat(written)
        .hasToString(
            "1,000 of 3,000 events (33 %), 100/s, about 20 s left" + System.lineSeparator());
  }

  @Test
  void writesOneLineOverAndOverOnATerminal() {
    ReplayProgress progress = new ReplayProgress("", out, true, 60_000, 0);

    progress.done(100, TimeUnit.SECONDS.toNanos(1));
    progress.ended();

    assertThat(written.toString(StandardCharsets.UTF_8))
        .isEqualTo("\r100 of 60,000 events (0 %), 100/s, about 9 min 59 s left\u001b[K\r\u001b[K");
  }
}
