package dev.baton.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows a Camunda Form in the language of its reader, by the custom properties of its fields. */
public final class FormTranslation {

  /** Modeler edits a property in one line; {@code \n} begins another. Expressions stay. */
  private static final Pattern LINE_BREAK = Pattern.compile("\\{\\{.*?}}|(\\\\n)", Pattern.DOTALL);

  private static final Pattern EXPRESSION = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private FormTranslation() {}

  /**
   * The form, or one of its components, with the texts that it has in this language; keys, values
   * and what has no such text stay as they are.
   */
  public static JsonNode of(JsonNode schema, Locale reader) {
    JsonNode translated = schema.deepCopy();
    translate(translated, reader.getLanguage());
    return translated;
  }

  /**
   * What people read of a component, by the names that a {@link Translation} uses. A text that only
   * shows variables is none.
   */
  public static Map<String, String> texts(JsonNode component) {
    Map<String, String> texts = new LinkedHashMap<>();
    Translation.OF_COMPONENTS.stream()
        .sorted()
        .filter(name -> component.path(name).isTextual())
        .forEach(name -> texts.put(name, component.path(name).asText()));
    component
        .path("values")
        .forEach(
            option ->
                texts.put(
                    Translation.OPTION + option.path("value").asText(),
                    option.path("label").asText("")));
    texts
        .values()
        .removeIf(text -> !LETTER.matcher(EXPRESSION.matcher(text).replaceAll("")).find());
    return texts;
  }

  private static void translate(JsonNode component, String language) {
    component.path("components").forEach(inner -> translate(inner, language));
    Iterator<Map.Entry<String, JsonNode>> properties = component.path("properties").fields();
    while (properties.hasNext()) {
      Map.Entry<String, JsonNode> property = properties.next();
      String text = property.getValue().asText("");
      Translation.of(property.getKey())
          .filter(translation -> translation.language().equals(language))
          .filter(translation -> !text.isBlank())
          .ifPresent(translation -> put((ObjectNode) component, translation, lines(text)));
    }
  }

  private static void put(ObjectNode component, Translation translation, String text) {
    if (translation.isOption()) {
      for (JsonNode option : component.path("values")) {
        if (option instanceof ObjectNode known
            && known.path("value").asText().equals(translation.option())) {
          known.put("label", text);
        }
      }
    } else if (Translation.OF_COMPONENTS.contains(translation.text())
        && component.has(translation.text())) {
      component.put(translation.text(), text);
    }
  }

  private static String lines(String text) {
    return LINE_BREAK
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(found.group(1) == null ? found.group() : "\n"));
  }
}
