package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * Lists the texts that people would read in one language only: sentences in Java that refuse
 * something, attributes and expressions of templates, and sentences in scripts. Texts between the
 * tags of a template are looked at by {@link MessageBundlesTest}.
 */
class TextsOutsideBundlesTest {

  private static final Path JAVA = Path.of("src", "main", "java", "dev", "baton");
  private static final Path RESOURCES = Path.of("src", "main", "resources");

  private static final Pattern REFUSES =
      Pattern.compile(
          "new (?:InvalidInput|PermissionDenied|NotFound|NotOffered|FlowConflict"
              + "|MigrationConflict|EventConflict|FieldError)\\("
              + "|\\b(?:about|complain|refused|refusal|unreadable)\\(");
  private static final Pattern JAVA_TEXT = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

  /** Two words, or one with a capital as at the beginning of a sentence. */
  private static final Pattern WORDS =
      Pattern.compile("\\p{L}{2,}[,:;.]? \\p{L}|^\\p{Lu}\\p{Ll}+(?![\\w-])");

  /**
   * What only programs reach, which get English: by its path below {@code dev.baton}, with the
   * reason. A path that has no such text any more is to be taken out.
   */
  private static final Map<String, String> FOR_PROGRAMS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("audit/web/", "the audit trail has an API alone"),
              Map.entry("calendar/", "calendars are published by the API"),
              Map.entry("client/web/", "clients are registered by the API"),
              Map.entry("desk/web/api/", "the API"),
              Map.entry("desk/web/board/", "the board's filters, which its script fills in"),
              Map.entry("engine/guard/", "the engine's REST API, beyond what Tasklist offers"),
              Map.entry("flow/backtest/", "the program of the back-test"),
              Map.entry("flow/difference/FileContent.java", "remarks of checks are in English"),
              Map.entry("flow/migration/web/StepAnswerBody.java", "the API"),
              Map.entry("incident/web/", "the API"),
              Map.entry("intake/monitoring/AlertParser.java", "monitoring systems"),
              Map.entry("intake/web/", "monitoring systems"),
              Map.entry("signin/web/", "the API; the pages of the sign-in have their own bundle"),
              Map.entry("sla/agreement/", "agreements are published by the API"),
              Map.entry("sla/web/", "the API"),
              Map.entry("staff/rota/ICalendar", "rotas are imported by the API"),
              Map.entry("staff/rota/RotaCalendar.java", "rotas are imported by the API"),
              Map.entry("staff/web/", "the API"),
              Map.entry("web/", "parameters of the API")));

  private static final Set<String> READ_ATTRIBUTES =
      Set.of("alt", "aria-label", "aria-description", "hx-confirm", "placeholder", "title");

  /** A text in quotes, or between bars, within an expression of a template. */
  private static final Pattern TEMPLATE_TEXT = Pattern.compile("'([^']*)'|\\|([^|]*)\\|");

  private static final Pattern SCRIPT_TEXT =
      Pattern.compile(
          "'((?:[^'\\\\\n]|\\\\.)*)'|\"((?:[^\"\\\\\n]|\\\\.)*)\"|`((?:[^`\\\\]|\\\\.)*)`");
  private static final Pattern SCRIPT_COMMENT =
      Pattern.compile("/\\*.*?\\*/|(?<=^|[\\s;])//[^\n]*", Pattern.DOTALL);

  /** Both languages stand together: {@code german() ? '…' : '…'}. */
  private static final Pattern SCRIPT_PAIR =
      Pattern.compile("german\\(\\)\\s*\\?\\s*'[^'\n]*'\\s*:\\s*'[^'\n]*'");

  /** A sentence, or the beginning of one. */
  private static final Pattern SCRIPT_WORDS =
      Pattern.compile("^\\p{Lu}\\p{Ll}+(?: \\p{L}|[.!?…])|\\p{Ll}{2,} \\p{L}{2,}.*[.!?…]$");

  /** The outline of a picture. */
  private static final Pattern PATH = Pattern.compile("^Mx x");

  /** Scripts whose texts stand in both languages side by side, by the ends of their paths. */
  private static final Set<String> BILINGUAL_SCRIPTS =
      Set.of(
          "cockpit/scripts/baton/parts.js",
          "cockpit/scripts/baton/start.js",
          "cockpit/scripts/baton/words.js",
          "tasklist/scripts/baton/contact/words.js",
          "tasklist/scripts/baton/form-words.js",
          "tasklist/scripts/baton/incident.js",
          "tasklist/scripts/baton/outcome.js",
          "tasklist/scripts/baton/page.js",
          "tasklist/scripts/baton/start.js");

  /** Texts of scripts that stay as they are, with the reason. */
  private static final Map<String, String> SCRIPT_EXCEPTIONS =
      Map.of(
          "cockpit/scripts/baton/clocks.js", "Cockpit's tab of clocks is in English, as Cockpit is",
          "welcome/scripts/config.js", "links of Camunda's page, which is in English");

  @Test
  void whatIsRefusedOnAPageStandsInABundle() {
    Map<String, List<String>> found = new TreeMap<>();
    javaSources().forEach(file -> found.put(path(file), refusals(read(file))));
    found.values().removeIf(List::isEmpty);

    assertThat(
            found.entrySet().stream()
                .filter(one -> FOR_PROGRAMS.keySet().stream().noneMatch(one.getKey()::startsWith)))
        .as("Put the text into web/refusals and name its key")
        .isEmpty();
    assertThat(FOR_PROGRAMS.keySet())
        .as("Take the path out: it has no such text")
        .allMatch(path -> found.keySet().stream().anyMatch(file -> file.startsWith(path)));
  }

  @Test
  void aRefusalInOneLanguageWouldBeFound() {
    assertThat(
            refusals(
                """
                throw new InvalidInput("note", "Say (again) " + what);
                complaints.about(field.key(), "must be a number");
                throw new NotOffered(LocalizableText.of("refused.hold.past", "note"));
                throw new InvalidInput("text", pages.words("message.empty", locale));
                """))
        .containsExactly("Say (again) ", "must be a number");
  }

  @Test
  void attributesAndExpressionsOfTemplatesTakeTheirTextsFromABundle() {
    List<String> found = new ArrayList<>();
    templates()
        .forEach(file -> attributes(read(file), text -> file.getFileName() + ": " + text, found));

    assertThat(found).isEmpty();
  }

  @Test
  void anAttributeInOneLanguageWouldBeFound() {
    List<String> found = new ArrayList<>();
    attributes(
        """
        <input placeholder="Search here">
        <input placeholder="An example" th:placeholder="#{list.search}">
        <p th:text="${one} ? 'Nothing was found' : #{list.none}">Example</p>
        <p th:text="|Found ${count} incidents|">Example</p>
        <p th:id="|row-${id}|" th:text="${name} + ' · ' + #{list.one('a b')}">Example</p>
        """,
        text -> text,
        found);

    assertThat(found).containsExactly("Search here", "Nothing was found", "Found x incidents");
  }

  @Test
  void scriptsShowTheirTextsInBothLanguages() {
    List<String> found = new ArrayList<>();
    scripts()
        .filter(file -> BILINGUAL_SCRIPTS.stream().noneMatch(file.toString()::endsWith))
        .filter(file -> SCRIPT_EXCEPTIONS.keySet().stream().noneMatch(file.toString()::endsWith))
        .forEach(
            file ->
                scriptTexts(read(file))
                    .forEach(text -> found.add(file.getFileName() + ": " + text)));

    assertThat(found).isEmpty();
  }

  @Test
  void aTextOfAScriptInOneLanguageWouldBeFound() {
    assertThat(
            scriptTexts(
                """
                // This is 'A comment.' only
                show(german() ? 'Es ist ein Fehler aufgetreten.' : 'Something went wrong.');
                show('Something went wrong.', 'Enter', '#list .row', `Saved ${n} times.`);
                """))
        .containsExactly("Something went wrong.", "Saved x times.");
  }

  /** The texts within the brackets after whatever refuses. */
  private static List<String> refusals(String source) {
    return REFUSES
        .matcher(source)
        .results()
        .map(MatchResult::end)
        .map(start -> source.substring(start, endOfArguments(source, start)))
        .flatMap(arguments -> JAVA_TEXT.matcher(arguments).results())
        .map(text -> text.group(1))
        .filter(text -> WORDS.matcher(text).find())
        .distinct()
        .toList();
  }

  private static int endOfArguments(String source, int start) {
    int depth = 1;
    boolean quoted = false;
    int at = start;
    while (depth > 0 && at < source.length()) {
      char c = source.charAt(at);
      if (quoted && c == '\\') {
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      at++;
    }
    return at;
  }

  private static void attributes(
      String template, Function<String, String> named, List<String> found) {
    for (Element element : Jsoup.parse(template).getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        String name = attribute.getKey();
        if (READ_ATTRIBUTES.contains(name)
            && !element.hasAttr("th:" + name)
            && WORDS.matcher(attribute.getValue()).find()) {
          found.add(named.apply(attribute.getValue()));
        } else if (name.startsWith("th:")) {
          TEMPLATE_TEXT
              .matcher(attribute.getValue())
              .results()
              .map(text -> text.group(1) == null ? text.group(2) : text.group(1))
              .map(text -> text.replaceAll("[$#*]\\{[^}]*}", "x"))
              .filter(text -> SCRIPT_WORDS.matcher(text).find())
              .map(named)
              .forEach(found::add);
        }
      }
    }
  }

  private static List<String> scriptTexts(String script) {
    String shown =
        SCRIPT_PAIR.matcher(SCRIPT_COMMENT.matcher(script).replaceAll("")).replaceAll("''");
    return SCRIPT_TEXT
        .matcher(shown)
        .results()
        .map(text -> Stream.of(text.group(1), text.group(2), text.group(3)))
        .map(groups -> groups.filter(group -> group != null).collect(Collectors.joining()))
        .map(text -> text.replaceAll("\\$\\{[^}]*}", "x"))
        .filter(text -> SCRIPT_WORDS.matcher(text).find() && !PATH.matcher(text).find())
        .toList();
  }

  private static Stream<Path> javaSources() {
    return files(JAVA, ".java");
  }

  private static String path(Path file) {
    return JAVA.relativize(file).toString().replace('\\', '/');
  }

  private static Stream<Path> templates() {
    return Stream.of("desk", "signin", "outbox", "clocks")
        .flatMap(folder -> files(RESOURCES.resolve("templates").resolve(folder), ".html"));
  }

  private static Stream<Path> scripts() {
    return Stream.concat(
        files(RESOURCES.resolve("static"), ".js"),
        files(RESOURCES.resolve(Path.of("META-INF", "resources", "webjars")), ".js"));
  }

  private static Stream<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
