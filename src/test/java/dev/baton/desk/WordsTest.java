package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the pages: the same in both languages, and all that templates ask for. */
class WordsTest {

  private static final Path FOLDER = Path.of("src/main/resources/desk");
  private static final Path ADMINISTRATION = Path.of("src", "main", "resources", "admin");
  private static final Path TEMPLATES = Path.of("src/main/resources/templates/desk");
  private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z.]+)[}(]");

  @Test
  void bothLanguagesSayTheSame() throws IOException {
    assertThat(words("_de").stringPropertyNames()).isEqualTo(words("").stringPropertyNames());
    assertThat(words("_de").values()).noneMatch(text -> text.toString().isBlank());
  }

  @Test
  void everyKeyOfATemplateIsThere() throws IOException {
    TreeSet<String> asked = new TreeSet<>();
    try (Stream<Path> templates = Files.list(TEMPLATES)) {
      for (Path template : templates.filter(it -> it.toString().endsWith(".html")).toList()) {
        Matcher matcher = KEY.matcher(Files.readString(template));
        while (matcher.find()) {
          asked.add(matcher.group(1));
        }
      }
    }
    TreeSet<String> known = new TreeSet<>(words("").stringPropertyNames());
    known.addAll(properties(ADMINISTRATION.resolve("words.properties")).stringPropertyNames());
    assertThat(known).containsAll(asked);
  }

  private static Properties words(String language) throws IOException {
    return properties(FOLDER.resolve("words" + language + ".properties"));
  }

  private static Properties properties(Path file) throws IOException {
    Properties words = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
