package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ShutdownDeadlineTest {

  /** Never stops by itself: one of its shutdown hooks takes no interruption. */
  public static final class Stuck {
    public static void main(String[] args) {
      ShutdownDeadline.arm(Duration.ofSeconds(1));
      Runtime.getRuntime().addShutdownHook(new Thread(Stuck::hang));
      System.out.println("ready");
      hang();
    }

    private static void hang() {
      while (true) {
        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        Thread.interrupted();
      }
    }
  }

  @Test
  void aProcessThatCannotStopIsEnded() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Stuck.class.getName())
            .start();
    try (BufferedReader says = process.inputReader()) {
      assertThat(says.readLine()).isEqualTo("ready");

      process.destroy();

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
    } finally {
      process.destroyForcibly();
    }
  }
}
