package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a page says stands in the bundles, in English and German. */
class MessageBundlesTest {

  private static final Path RESOURCES = Path.of("src", "main", "resources");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)[,}]");
  private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[}(]");
  private static final Pattern KEPT =
      Pattern.compile("\"((?:entry|duty|clocks|triage|refused)\\.[\\w.-]*)\"");
  private static final List<String> REPLACING =
      List.of("th:text", "th:utext", "th:replace", "th:insert");

  /** Names, signs and units, which are the same in both languages. */
  private static final Set<String> SAME_EVERYWHERE =
      Set.of("Baton", "Tasklist", "Cockpit", "★ VIP", "VIP");

  @ParameterizedTest
  @CsvSource({
    "signin/words, signin/words_de",
    "desk/words, desk/words_de",
    "admin/words, admin/words_de",
    "outbox/words, outbox/words_de",
    "incident/journal, incident/journal_de",
    "sla/clocks, sla/clocks_de",
    "web/refusals, web/refusals_de",
    "mail/words_en, mail/words_de"
  })
  void bothLanguagesSayTheSameThings(String english, String german) {
    Properties one = bundle(english);
    Properties other = bundle(german);

    assertThat(other.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(one.stringPropertyNames());
    assertThat(one.stringPropertyNames())
        .allSatisfy(
            key -> {
              assertThat(one.getProperty(key)).as(key).isNotBlank();
              assertThat(other.getProperty(key)).as(key).isNotBlank();
              assertThat(placeholders(other.getProperty(key)))
                  .as(key)
                  .isEqualTo(placeholders(one.getProperty(key)));
            });
  }

  /** All pages share one source of texts, in which the first bundle with a key wins. */
  @Test
  void noTextOfAnotherBundleHasTheSameKey() {
    assertThat(bundle("signin/words").stringPropertyNames())
        .doesNotContainAnyElementsOf(bundle("desk/words").stringPropertyNames());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "signin/words",
        "signin/words_de",
        "desk/words",
        "desk/words_de",
        "admin/words",
        "admin/words_de",
        "outbox/words",
        "outbox/words_de",
        "incident/journal",
        "incident/journal_de",
        "sla/clocks",
        "sla/clocks_de",
        "web/refusals",
        "web/refusals_de"
      })
  void everyTextOfAPageIsAFormat(String name) {
    bundle(name)
        .forEach(
            (key, text) ->
                assertThatCode(() -> new MessageFormat((String) text))
                    .as("%s", key)
                    .doesNotThrowAnyException());
  }

  @Test
  void everyKeyOfATextThatJavaNamesIsInItsBundle() {
    Set<String> known = new TreeSet<>(bundle("incident/journal").stringPropertyNames());
    known.addAll(bundle("sla/clocks").stringPropertyNames());
    known.addAll(bundle("web/refusals").stringPropertyNames());
    List<String> unknown = new ArrayList<>();
    for (Path source : sources()) {
      KEPT.matcher(read(source))
          .results()
          .map(found -> found.group(1))
          .filter(key -> known.stream().noneMatch(each -> isKey(each, key)))
          .forEach(key -> unknown.add(source.getFileName() + ": " + key));
    }
    assertThat(unknown).isEmpty();
  }

  /** A key that ends with a dot is the beginning of several. */
  private static boolean isKey(String known, String key) {
    return key.endsWith(".") ? known.startsWith(key) : known.equals(key) || isName(known, key);
  }

  private static boolean isName(String known, String prefix) {
    return known.startsWith(prefix + ".")
        && known.substring(prefix.length() + 1).matches("[A-Z_]+");
  }

  @Test
  void everyKeyInATemplateIsInABundle() {
    Set<String> known = new TreeSet<>(bundle("signin/words").stringPropertyNames());
    known.addAll(bundle("desk/words").stringPropertyNames());
    known.addAll(bundle("admin/words").stringPropertyNames());
    known.addAll(bundle("outbox/words").stringPropertyNames());
    known.addAll(bundle("sla/clocks").stringPropertyNames());

    Set<String> unknown = new TreeSet<>();
    for (Path template : pages()) {
      KEY.matcher(read(template))
          .results()
          .map(found -> found.group(1))
          .filter(key -> !known.contains(key))
          .forEach(key -> unknown.add(template.getFileName() + ": " + key));
    }
    assertThat(unknown).isEmpty();
  }

  /**
   * What stands between the tags of a template is an example, which a bundle's text replaces. Not
   * looked at: reports of the back-test, which are in English alone.
   */
  @Test
  void noPageShowsATextThatIsNotInABundle() {
    List<String> shown = new ArrayList<>();
    pages().forEach(template -> shown.addAll(textsShown(template)));

    assertThat(shown).isEmpty();
  }

  @Test
  void aTextThatIsNotInABundleWouldBeFound() {
    assertThat(textsShown("one", "<p>Hello</p><p th:text=\"#{a}\">Example</p><b>★ VIP</b>"))
        .containsExactly("one: Hello");
  }

  private static List<String> textsShown(Path template) {
    return textsShown(template.getFileName().toString(), read(template));
  }

  private static List<String> textsShown(String name, String template) {
    List<String> shown = new ArrayList<>();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof TextNode text
              && text.text().matches(".*\\p{L}.*")
              && !SAME_EVERYWHERE.contains(text.text().strip())
              && !isStyle(text.parent())
              && !isReplaced(text.parent())) {
            shown.add(name + ": " + text.text().strip());
          }
        },
        Jsoup.parse(template));
    return shown;
  }

  private static boolean isReplaced(Node node) {
    return node != null
        && (REPLACING.stream().anyMatch(node::hasAttr) || isReplaced(node.parent()));
  }

  /** Within a picture, the rules of its style count as text. */
  private static boolean isStyle(Node node) {
    return node != null && node.nodeName().equals("style");
  }

  private static List<Path> sources() {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> pages() {
    return Stream.of("desk", "signin", "outbox", "clocks")
        .map(folder -> RESOURCES.resolve("templates").resolve(folder))
        .flatMap(MessageBundlesTest::files)
        .filter(file -> file.toString().matches(".*\\.(html|xml)"))
        .toList();
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties bundle(String name) {
    Properties words = new Properties();
    try (Reader reader =
        Files.newBufferedReader(RESOURCES.resolve(name + ".properties"), StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
