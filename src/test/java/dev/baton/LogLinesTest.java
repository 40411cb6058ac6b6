package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.ColorConverter;
import org.springframework.boot.logging.logback.EnclosedInSquareBracketsConverter;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** Nothing that is logged reads as a line of the log that is none. */
class LogLinesTest {

  private static final String FORGED = "1999-11-29T10:00:00.000Z  INFO 1 --- [baton] all is well";

  @ParameterizedTest
  @ValueSource(strings = {"console", "file"})
  void aMessageIsOneLine(String where) throws IOException {
    for (String end : List.of("\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029")) {
      assertThat(lines(where, "refused: x" + end + FORGED, null)).hasSize(1);
    }
    assertThat(lines(where, "a\nb", null)).singleElement().asString().endsWith("a\\nb");
    assertThat(lines(where, "a\u001b[31mb\u0000", null))
        .singleElement()
        .asString()
        .endsWith("a?[31mb?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"console", "file"})
  void anExceptionKeepsItsLinesAndItsMessageMakesNone(String where) throws IOException {
    Exception cause = new IllegalStateException("deep\n\n" + FORGED);
    Exception failure = new IllegalArgumentException("first\r\n" + FORGED + "\r" + FORGED, cause);

    List<String> lines = lines(where, "it failed", failure);

    assertThat(lines.get(0)).endsWith("it failed");
    assertThat(lines)
        .anyMatch(line -> line.startsWith("java.lang.IllegalArgumentException: first"))
        .anyMatch(line -> line.startsWith("\tat dev.baton.LogLinesTest."))
        .anyMatch(line -> line.startsWith("Caused by: java.lang.IllegalStateException: deep"))
        .noneMatch(line -> line.startsWith("1999"));
    assertThat(lines).anyMatch(line -> line.startsWith("    | " + FORGED));
  }

  private static List<String> lines(String where, String message, Exception failure)
      throws IOException {
    LoggerContext context = new LoggerContext();
    PatternLayout layout = new PatternLayout();
    layout.setContext(context);
    layout.getInstanceConverterMap().put("clr", ColorConverter::new);
    layout.getInstanceConverterMap().put("esb", EnclosedInSquareBracketsConverter::new);
    layout.getInstanceConverterMap().put("wEx", ExtendedWhitespaceThrowableProxyConverter::new);
    layout.setPattern(pattern(where));
    layout.start();
    LoggingEvent event =
        new LoggingEvent(
            "fqcn", context.getLogger("dev.baton.Test"), Level.WARN, message, failure, null);
    return Stream.of(layout.doLayout(event).split("\\R")).filter(line -> !line.isEmpty()).toList();
  }

  private static String pattern(String where) throws IOException {
    for (PropertySource<?> source :
        new YamlPropertySourceLoader()
            .load("application", new ClassPathResource("application.yaml"))) {
      Object pattern = source.getProperty("logging.pattern." + where);
      if (pattern != null) {
        return pattern.toString();
      }
    }
    throw new IllegalStateException("There is no pattern for " + where);
  }
}
