package dev.baton.sla.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.path.NodePath;
import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.OpeningHours;
import dev.baton.calendar.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * Checks documents against {@code agreements.schema.json}. Whatever is wrong is reported and then
 * left out, so that the rest can be read and checked too and all errors are reported together. The
 * formats in the schema are checked by the parsers of the definitions themselves.
 */
final class DefinitionSchema {

  private static final String ID = "urn:baton:agreements";
  private static final Set<String> KEYED_BY_DAY = Set.of("week", "closed", "special");
  private static final Map<String, Function<String, ?>> FORMATS =
      Map.of(
          "date", DefinitionJson::date,
          "hours", OpeningHours::parse,
          "target", Target::parse,
          "weekday", DefinitionJson::weekday,
          "zone", CalendarDefinition::zoneNamed);
  private static final SchemaRegistry REGISTRY = registry();
  private static final JsonNode WHOLE = part("").getSchemaNode();

  static final DefinitionSchema DOCUMENT = new DefinitionSchema("");
  static final DefinitionSchema AGREEMENT = new DefinitionSchema("#/$defs/agreement");
  static final DefinitionSchema CALENDAR = new DefinitionSchema("#/$defs/calendar");

  private final Schema schema;

  private DefinitionSchema(String part) {
    this.schema = part(part);
  }

  /** Reports everything that is wrong with the tree, and returns a copy without it. */
  ObjectNode check(ObjectNode tree, DefinitionErrors flaws) {
    ObjectNode copy = tree.deepCopy();
    dropNulls(copy);
    List<SchemaError> errors =
        Stream.concat(schema.validate(copy).stream(), unknownFields(tree))
            .map(error -> new SchemaError(error, WHOLE))
            .filter(SchemaError::counts)
            .toList();
    errors.forEach(error -> flaws.about(error.path(), error.reason()));
    errors.forEach(error -> leaveOut(error.error(), copy));
    closeGaps(copy);
    return copy;
  }

  /** Unknown fields, including those without a value. */
  private Stream<Error> unknownFields(ObjectNode tree) {
    return schema.validate(tree).stream()
        .filter(error -> error.getKeyword().equals("additionalProperties"));
  }

  /** Why a text does not have the format; null if it has. */
  static String refusal(String format, String text) {
    try {
      Object parsed = FORMATS.get(format).apply(text.strip());
      return parsed == null ? "is empty" : null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /** A field without a value counts as left out, but a day without hours or a name is a day. */
  private static void dropNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.removeNulls();
      object.properties().stream()
          .filter(field -> !KEYED_BY_DAY.contains(field.getKey()))
          .forEach(field -> dropNulls(field.getValue()));
    } else {
      node.forEach(DefinitionSchema::dropNulls);
    }
  }

  private static void leaveOut(Error error, ObjectNode tree) {
    NodePath place = error.getInstanceLocation();
    if (error.getProperty() != null) {
      if (at(tree, place) instanceof ObjectNode object) {
        object.remove(error.getProperty());
      }
    } else if (!error.getKeyword().equals("minItems")) {
      JsonNode around = at(tree, place.getParent());
      Object last = place.getElement(place.getNameCount() - 1);
      if (around instanceof ObjectNode object) {
        object.remove(last.toString());
      } else if (around instanceof ArrayNode list
          && error.getSchemaNode().asText().equals("object")) {
        list.set((int) last, list.objectNode()); // so that the others keep their numbers
      } else if (around instanceof ArrayNode list) {
        list.setNull((int) last);
      }
    }
  }

  private static void closeGaps(JsonNode node) {
    node.forEach(DefinitionSchema::closeGaps);
    if (node instanceof ArrayNode list) {
      list.removeNulls();
    }
  }

  private static JsonNode at(JsonNode tree, NodePath path) {
    return tree.at(path.toString());
  }

  private static Schema part(String part) {
    return REGISTRY.getSchema(SchemaLocation.of(ID + part));
  }

  private static SchemaRegistry registry() {
    Dialect dialect =
        Dialect.builder(Dialects.getDraft202012())
            .formats(FORMATS.keySet().stream().map(ParsedFormat::new).toList())
            .build();
    try {
      String text =
          new ClassPathResource("agreements/agreements.schema.json")
              .getContentAsString(StandardCharsets.UTF_8);
      return SchemaRegistry.withDialect(
          dialect,
          registry ->
              registry
                  .schemas(Map.of(ID, text))
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A format that any text has that can be parsed. */
  private record ParsedFormat(String name) implements Format {

    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String text) {
      return refusal(name, text) == null;
    }
  }
}
