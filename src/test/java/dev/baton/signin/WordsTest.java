package dev.baton.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Pattern GAP = Pattern.compile("\\{\\d}");

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    Properties english = words("/signin/words");
    Properties german = words("/signin/words_de");

    assertThat(german.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    assertThat(english.stringPropertyNames())
        .allSatisfy(
            key -> {
              assertThat(english.getProperty(key)).isNotBlank();
              assertThat(gaps(german.getProperty(key)))
                  .as(key)
                  .isEqualTo(gaps(english.getProperty(key)));
            });
  }

  /** All pages share one source of texts, in which the first bundle with a key wins. */
  @Test
  void noTextOfAnotherBundleHasTheSameKey() throws IOException {
    assertThat(words("/signin/words").stringPropertyNames())
        .doesNotContainAnyElementsOf(words("/desk/words").stringPropertyNames());
  }

  private static long gaps(String words) {
    return GAP.matcher(words).results().count();
  }

  private static Properties words(String bundle) throws IOException {
    Properties words = new Properties();
    try (Reader reader =
        new InputStreamReader(
            WordsTest.class.getResourceAsStream(bundle + ".properties"), StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
