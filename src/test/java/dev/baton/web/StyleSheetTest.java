package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A style sheet in which a brace is missing hides whatever stands below from browsers. */
class StyleSheetTest {

  private static final Path STATIC = Path.of("src", "main", "resources", "static");

  @Test
  void everyRuleOfAStyleSheetEnds() throws IOException {
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(STATIC)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".css")).toList()) {
        unended(Files.readString(file))
            .forEach(rule -> wrong.add(file.getFileName() + ": " + rule));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aRuleThatDoesNotEndWouldBeFound() {
    assertThat(unended(".a {\n  top: 0;\n\n.b {\n  top: 1;\n}\n"))
        .containsExactly(".b {", "the end");
    assertThat(unended("@media (min-width: 1px) {\n  .a {\n    top: 0; /* { */\n  }\n}\n"))
        .isEmpty();
  }

  /** Rules of the first column begin where no other one is open. */
  private static List<String> unended(String css) {
    List<String> found = new ArrayList<>();
    int open = 0;
    for (String line : css.replaceAll("(?s)/\\*.*?\\*/", "").lines().toList()) {
      if (open > 0 && line.matches("[^\\s}].*\\{")) {
        found.add(line);
      }
      open += count(line, '{') - count(line, '}');
    }
    if (open != 0) {
      found.add("the end");
    }
    return found;
  }

  private static int count(String line, char sign) {
    return (int) line.chars().filter(each -> each == sign).count();
  }
}
