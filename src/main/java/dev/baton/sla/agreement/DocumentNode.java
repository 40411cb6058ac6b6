package dev.baton.sla.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A place in a document: what stands there, and its path. What does not fit becomes a flaw and
 * reads as if nothing stood there, so that one reading finds everything that is wrong.
 */
final class DocumentNode {

  private final JsonNode node;
  private final String path;
  private final String key;
  private final DefinitionErrors flaws;
  private final Set<String> known = new TreeSet<>();

  private DocumentNode(JsonNode node, String path, String key, DefinitionErrors flaws) {
    this.node = node == null ? MissingNode.getInstance() : node;
    this.path = path;
    this.key = key;
    this.flaws = flaws;
  }

  static DocumentNode top(JsonNode node, DefinitionErrors flaws) {
    return new DocumentNode(node, "", "", flaws);
  }

  String path() {
    return path;
  }

  /** The name by which it stands in the object around it. */
  String key() {
    return key;
  }

  boolean isEmpty() {
    return node.isMissingNode() || node.isNull();
  }

  boolean isText() {
    return node.isTextual();
  }

  boolean has(String field) {
    return node.has(field);
  }

  DocumentNode at(String field) {
    known.add(field);
    return new DocumentNode(
        node.get(field), path.isEmpty() ? field : path + "." + field, field, flaws);
  }

  /** What a list holds; what stands alone is a list of one. */
  List<DocumentNode> items() {
    if (isEmpty()) {
      return List.of();
    }
    if (!node.isArray()) {
      return List.of(this);
    }
    List<DocumentNode> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new DocumentNode(node.get(i), path + "[" + i + "]", key, flaws));
    }
    return items;
  }

  /** What an object holds under names that are not fixed. */
  List<DocumentNode> entries() {
    if (isEmpty() || !isObject()) {
      return List.of();
    }
    List<DocumentNode> entries = new ArrayList<>();
    node.fieldNames().forEachRemaining(field -> entries.add(at(field)));
    return entries;
  }

  /** Complains unless it is an object; also about fields that were not asked for. */
  void holdsNothingElse() {
    if (!isObject()) {
      return;
    }
    List<String> asked = List.copyOf(known);
    node.fieldNames()
        .forEachRemaining(
            field -> {
              if (!known.contains(field)) {
                String at = path.isEmpty() ? field : path + "." + field;
                flaws.about(at, "is not known here; known are " + String.join(", ", asked));
              }
            });
  }

  private boolean isObject() {
    if (!node.isObject()) {
      complain("must hold fields with values");
      return false;
    }
    return true;
  }

  String text() {
    return read("text", Function.identity());
  }

  LocalDate date() {
    return read(
        "a date such as 2026-12-24",
        text -> {
          try {
            return LocalDate.parse(text);
          } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                "'%s' is no date; accepted: a date such as 2026-12-24".formatted(text), e);
          }
        });
  }

  <E extends Enum<E>> E oneOf(Class<E> type) {
    String names =
        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    return read(
        names,
        text ->
            Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "'%s' is not known; accepted: %s".formatted(text, names))));
  }

  /** A text in a form of its own; its parser says in words what it does not accept. */
  <T> T read(String accepted, Function<String, T> parse) {
    if (isEmpty()) {
      return null;
    }
    if (!node.isTextual()) {
      complain(
          "is no text; accepted: %s, in quotes where it looks like a number".formatted(accepted));
      return null;
    }
    try {
      return parse.apply(node.asText().strip());
    } catch (IllegalArgumentException e) {
      complain(e.getMessage());
      return null;
    }
  }

  Integer number(String accepted) {
    if (isEmpty()) {
      return null;
    }
    if (!node.isInt()) {
      complain("'%s' is no whole number; accepted: %s".formatted(node.asText(), accepted));
      return null;
    }
    return node.asInt();
  }

  void complain(String reason) {
    flaws.about(path.isEmpty() ? "body" : path, reason);
  }
}
