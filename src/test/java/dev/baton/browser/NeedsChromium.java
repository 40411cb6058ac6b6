package dev.baton.browser;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips where there is no Chromium with its driver, and says so; with {@code CI=true} it runs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Condition.class)
@interface NeedsChromium {

  /** Looks for the programs on the path. */
  final class Condition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if ("true".equals(System.getenv("CI"))) {
        return ConditionEvaluationResult.enabled("CI=true: the browser must be there");
      }
      if (browser().isEmpty()) {
        return ConditionEvaluationResult.disabled("No chromium or google-chrome on the path");
      }
      return driver().isEmpty()
          ? ConditionEvaluationResult.disabled("No chromedriver on the path")
          : ConditionEvaluationResult.enabled("Chromium and its driver are there");
    }

    static Optional<Path> browser() {
      return Stream.of("chromium", "chromium-browser", "google-chrome")
          .flatMap(name -> program(name).stream())
          .findFirst();
    }

    static Optional<Path> driver() {
      return program("chromedriver");
    }

    private static Optional<Path> program(String name) {
      return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
          .map(folder -> Path.of(folder, name))
          .filter(Files::isExecutable)
          .findFirst();
    }
  }
}
