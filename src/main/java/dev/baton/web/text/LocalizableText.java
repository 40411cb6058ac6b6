package dev.baton.web.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.MessageSourceResolvable;

/**
 * A text that is said in the reader's language.
 *
 * @param key of the format in a bundle of messages
 * @param values for its placeholders: numbers, texts of this kind, and strings; an instant is one,
 *     such as {@code 2026-11-30T09:00:00Z}
 */
public record LocalizableText(String key, List<Object> values) implements MessageSourceResolvable {

  private static final ObjectMapper JSON = new ObjectMapper();

  public LocalizableText {
    values = List.copyOf(values);
  }

  /** Values that are neither numbers nor texts stand as strings. */
  public static LocalizableText of(String key, Object... values) {
    return new LocalizableText(key, Arrays.stream(values).map(LocalizableText::value).toList());
  }

  /** The text of a constant: its format has the key {@code prefix.NAME}. */
  public static LocalizableText name(String prefix, Enum<?> constant) {
    return of(prefix + "." + constant.name());
  }

  private static Object value(Object value) {
    return value instanceof Number || value instanceof LocalizableText
        ? value
        : String.valueOf(value);
  }

  @Override
  public String[] getCodes() {
    return new String[] {key};
  }

  @Override
  public Object[] getArguments() {
    return values.toArray();
  }

  /** What is said where no bundle has the key, as with the name of a language: the first value. */
  @Override
  public String getDefaultMessage() {
    return values.isEmpty() ? null : String.valueOf(values.get(0));
  }

  /** As {@link #read} reads it. */
  public String toJson() {
    return node().toString();
  }

  private ObjectNode node() {
    ObjectNode node = JSON.createObjectNode().put("key", key);
    if (!values.isEmpty()) {
      ArrayNode list = node.putArray("values");
      values.forEach(
          value -> {
            if (value instanceof LocalizableText text) {
              list.add(text.node());
            } else {
              list.addPOJO(value);
            }
          });
    }
    return node;
  }

  /**
   * @throws IllegalArgumentException when it is not what {@link #toJson} writes
   */
  public static LocalizableText read(String json) {
    try {
      return read(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("'%s' is no text.".formatted(json), e);
    }
  }

  private static LocalizableText read(JsonNode node) {
    List<Object> values = new ArrayList<>();
    node.path("values")
        .forEach(
            value ->
                values.add(
                    value.isObject()
                        ? read(value)
                        : value.isNumber() ? value.numberValue() : value.asText()));
    return new LocalizableText(node.path("key").asText(), values);
  }
}
