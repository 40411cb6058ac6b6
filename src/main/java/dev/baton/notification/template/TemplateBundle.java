package dev.baton.notification.template;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;

/** The shipped texts of one language. */
record TemplateBundle(Locale language, Map<String, String> words) {

  static TemplateBundle in(Locale language) {
    Properties properties = new Properties();
    try (Reader file =
        new InputStreamReader(
            new ClassPathResource("mail/words_" + language.getLanguage() + ".properties")
                .getInputStream(),
            StandardCharsets.UTF_8)) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> words = new TreeMap<>();
    properties.forEach((key, value) -> words.put((String) key, (String) value));
    return new TemplateBundle(language, words);
  }

  /** Returns the text of the first of these keys that has one. */
  String first(String... keys) {
    for (String key : keys) {
      Optional<String> found = Optional.ofNullable(words.get(key));
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new IllegalArgumentException("No words for " + String.join(", ", keys));
  }
}
