package dev.baton.engine;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A property by which a model or a form says one of its texts in another language, such as {@code
 * baton.name.de} of a user task or {@code baton.label.de} of a field. What has none stays as it is
 * written.
 *
 * @param text what is translated, such as {@code name}, or {@code option.HIGH} for the option with
 *     this value
 * @param language a code such as {@code de}
 */
public record Translation(String text, String language) {

  /** What a flow or a user task is called. */
  public static final String NAME = "name";

  /** Starts what is translated of an option; its value follows. */
  public static final String OPTION = "option.";

  /** The texts of a form's component, by their names in its schema. */
  public static final Set<String> OF_COMPONENTS =
      Set.of("label", "description", "text", "content", "alt", "dateLabel", "timeLabel");

  /** The languages that people can read, apart from the one in which models are written. */
  public static final Set<String> LANGUAGES = Set.of(Locale.GERMAN.getLanguage());

  private static final Pattern PROPERTY = Pattern.compile("baton\\.(.+)\\.([^.]+)");

  /** What the property translates; empty if it is another one. */
  public static Optional<Translation> of(String property) {
    Matcher parts = PROPERTY.matcher(property);
    return parts.matches()
        ? Optional.of(new Translation(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  /** The name of its property. */
  public String property() {
    return "baton.%s.%s".formatted(text, language);
  }

  public boolean isOfKnownLanguage() {
    return LANGUAGES.contains(language);
  }

  public boolean isName() {
    return text.equals(NAME);
  }

  public boolean isOption() {
    return text.startsWith(OPTION);
  }

  /** The value of the option. */
  public String option() {
    return text.substring(OPTION.length());
  }

  /** What a flow or a user task is called, by language. */
  public static Map<String, String> names(Map<String, String> properties) {
    return properties.entrySet().stream()
        .filter(property -> !property.getValue().isBlank())
        .filter(property -> of(property.getKey()).filter(Translation::isName).isPresent())
        .collect(
            Collectors.toUnmodifiableMap(
                property -> of(property.getKey()).orElseThrow().language(),
                property -> property.getValue().strip()));
  }
}
