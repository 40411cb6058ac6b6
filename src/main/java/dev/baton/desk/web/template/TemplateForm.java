package dev.baton.desk.web.template;

import dev.baton.desk.template.ReplyTemplate;
import dev.baton.desk.template.TemplateKeeper;
import dev.baton.desk.template.TemplatePlaceholder;
import dev.baton.desk.template.TemplateScope;
import dev.baton.desk.web.PageRenderer;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What somebody typed into the form of a template, as they typed it.
 *
 * @param sharing the chosen value: see {@link Sharing#value()}
 * @param seen the version that they saw: see {@link SeenVersion}
 */
public record TemplateForm(
    String name, String germanName, String sharing, String english, String german, String seen) {

  static final int LONGEST_NAME = 80;
  static final int LONGEST_TEXT = 10_000;

  static final TemplateForm EMPTY =
      new TemplateForm("", "", TemplateScope.PERSON.name(), "", "", "");

  static TemplateForm of(Map<String, String> given) {
    return new TemplateForm(
        line(given, "name"),
        line(given, "germanName"),
        line(given, "sharing"),
        text(given, "english"),
        text(given, "german"),
        line(given, "seen"));
  }

  static TemplateForm of(ReplyTemplate template) {
    return new TemplateForm(
        template.name(),
        given(template.germanName()),
        sharingOf(template).value(),
        given(template.english()),
        given(template.german()),
        SeenVersion.of(template.changedAt()));
  }

  /** The same, as if the person had seen another version. */
  TemplateForm having(Instant changedAt) {
    return new TemplateForm(name, germanName, sharing, english, german, SeenVersion.of(changedAt));
  }

  static Sharing sharingOf(ReplyTemplate template) {
    return new Sharing(template.scope(), template.owner(), template.team(), template.client());
  }

  private static String given(String text) {
    return text == null ? "" : text;
  }

  private static String line(Map<String, String> given, String field) {
    return given.getOrDefault(field, "").strip();
  }

  /** Browsers send two characters for the end of a line. */
  private static String text(Map<String, String> given, String field) {
    return given.getOrDefault(field, "").replace("\r\n", "\n");
  }

  /** What is wrong, in the reader's words, by the name of its field; empty if nothing is. */
  Map<String, String> problems(PageRenderer pages, Locale locale) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (name.isEmpty()) {
      problems.put("name", pages.words("writing.nameMissing", locale));
    }
    Map.of("name", name, "germanName", germanName)
        .forEach(
            (field, value) -> {
              if (value.length() > LONGEST_NAME) {
                problems.put(field, pages.words("writing.tooLong", locale, LONGEST_NAME));
              }
            });
    if (english.isBlank() && german.isBlank()) {
      problems.put("english", pages.words("templates.textMissing", locale));
    }
    Map.of("english", english, "german", german)
        .forEach((field, value) -> check(field, value, problems, pages, locale));
    return problems;
  }

  private static void check(
      String field, String value, Map<String, String> problems, PageRenderer pages, Locale locale) {
    List<String> unknown = TemplatePlaceholder.unknownIn(value);
    if (value.length() > LONGEST_TEXT) {
      problems.put(field, pages.words("writing.tooLong", locale, LONGEST_TEXT));
    } else if (!unknown.isEmpty()) {
      problems.put(
          field,
          pages.words(
              "templates.unknownPlaceholder",
              locale,
              String.join(", ", unknown),
              Arrays.stream(TemplatePlaceholder.values())
                  .map(TemplatePlaceholder::inBraces)
                  .collect(Collectors.joining(" "))));
    }
  }

  ReplyTemplate template(long id, Sharing whose, TemplateKeeper keeper) {
    return new ReplyTemplate(
        id,
        name,
        germanName.isEmpty() ? null : germanName,
        whose.scope(),
        whose.owner(),
        whose.team(),
        whose.client(),
        Optional.of(english).filter(text -> !text.isBlank()).orElse(null),
        Optional.of(german).filter(text -> !text.isBlank()).orElse(null),
        keeper.login(),
        SeenVersion.changedAt(seen));
  }
}
