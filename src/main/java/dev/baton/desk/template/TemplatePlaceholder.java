package dev.baton.desk.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name in braces that is replaced when somebody inserts the template. */
public enum TemplatePlaceholder {
  NUMBER,
  SUBJECT,
  REQUESTER,
  CLIENT,
  SERVICE,
  STATUS,
  PRIORITY,
  OPENED,
  /** When the incident is to be resolved, in the client's zone. */
  DUE,
  /** When the client hears from the desk next, in the client's zone. */
  UPDATE,
  TEAM,
  /** Whoever inserts it. */
  AGENT;

  /** Other braces, as in a command or in JSON, stay as they are. */
  private static final Pattern NAME = Pattern.compile("\\{\\s*(\\p{L}[\\p{L}\\d_.-]{0,39})\\s*}");

  /** As it stands between the braces. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** With its braces. */
  public String inBraces() {
    return "{" + word() + "}";
  }

  /** The names in the text that are no placeholders, each once, with their braces. */
  public static List<String> unknownIn(String text) {
    return text == null
        ? List.of()
        : NAME.matcher(text)
            .results()
            .filter(found -> named(found.group(1)).isEmpty())
            .map(found -> "{" + found.group(1) + "}")
            .distinct()
            .toList();
  }

  /** A value is inserted as it is: braces within it have no meaning. */
  public static String fill(String text, Function<TemplatePlaceholder, String> values) {
    return NAME.matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    named(found.group(1)).map(values).orElseGet(() -> found.group())));
  }

  private static Optional<TemplatePlaceholder> named(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
