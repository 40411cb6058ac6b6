package dev.baton.flow.block;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.engine.BlockInput;
import dev.baton.engine.Translation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The building blocks as Camunda Modeler offers them. Templates of earlier versions are kept, since
 * models name the version that they were made with.
 */
final class ElementTemplates {

  static final Path FILE = Path.of("processes", ".camunda", "element-templates", "baton.json");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Block> blocks;

  ElementTemplates(List<Block> blocks) {
    this.blocks = blocks;
  }

  /** The whole file. */
  String text() {
    ArrayNode templates = JSON.createArrayNode();
    for (Block block : blocks) {
      templates.add(template(block));
      earlierVersions(block).forEach(templates::add);
    }
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    try {
      return JSON.writer(printer).writeValueAsString(templates) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> earlierVersions(Block block) {
    return stored().findParents("appliesTo").stream()
        .filter(template -> template.path("id").asText().equals(block.id()))
        .filter(template -> template.path("version").asInt() < block.text().version())
        .toList();
  }

  /** The templates in the repository. */
  static JsonNode stored() {
    try {
      return Files.exists(FILE) ? JSON.readTree(FILE.toFile()) : JSON.createArrayNode();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  private static ObjectNode template(Block block) {
    ObjectNode template =
        JSON.createObjectNode()
            .put("name", block.name())
            .put("id", block.id())
            .put("version", block.text().version())
            .put("description", block.text().description());
    if (!block.text().deprecated().isEmpty()) {
      template.putObject("deprecated").put("message", block.text().deprecated());
    }
    template.putArray("appliesTo").add("bpmn:Task");
    template.putObject("elementType").put("value", block.elementType());
    ArrayNode properties = template.putArray("properties");
    if (block.isUserTask()) {
      fixed(properties, "camunda:property", "baton.kind", block.kind().word());
      fixed(properties, "property", "camunda:formRefBinding", "deployment");
    } else {
      fixed(properties, "property", "camunda:delegateExpression", block.delegateExpression());
      if (block.text().job()) {
        fixed(properties, "property", "camunda:asyncBefore", true);
      }
    }
    block.inputs().forEach(input -> properties.add(property(block, input)));
    if (block.isUserTask()) {
      Translation.LANGUAGES.forEach(language -> properties.add(nameIn(language)));
    }
    return template;
  }

  private static ObjectNode nameIn(String language) {
    String shown = Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
    ObjectNode property =
        JSON.createObjectNode()
            .put("label", shown + " name")
            .put("type", "String")
            .put("description", "Shown to people who read " + shown);
    property
        .putObject("binding")
        .put("type", "camunda:property")
        .put("name", new Translation(Translation.NAME, language).property());
    return property;
  }

  private static void fixed(ArrayNode properties, String binding, String name, Object value) {
    ObjectNode property = properties.addObject().put("type", "Hidden").putPOJO("value", value);
    property.putObject("binding").put("type", binding).put("name", name);
  }

  private static ObjectNode property(Block block, BlockInput input) {
    InputField field = new InputField(input);
    ObjectNode property =
        JSON.createObjectNode()
            .put("label", input.label())
            .put("type", field.choices().isEmpty() ? "String" : "Dropdown");
    if (!field.hint().isEmpty()) {
      property.put("description", field.hint());
    }
    if (!input.value().isEmpty()) {
      property.put("value", input.value());
    }
    if (!field.choices().isEmpty()) {
      ArrayNode choices = property.putArray("choices");
      field
          .choices()
          .forEach((value, name) -> choices.addObject().put("name", name).put("value", value));
    }
    property.set("binding", binding(block, input));
    constrain(property, input, field);
    return property;
  }

  private static ObjectNode binding(Block block, BlockInput input) {
    ObjectNode binding = JSON.createObjectNode();
    if (!block.isUserTask()) {
      return binding.put("type", "camunda:inputParameter").put("name", input.name());
    }
    return input.name().equals("form")
        ? binding.put("type", "property").put("name", "camunda:formRef")
        : binding.put("type", "camunda:property").put("name", "baton." + input.name());
  }

  private static void constrain(ObjectNode property, BlockInput input, InputField field) {
    ObjectNode constraints = JSON.createObjectNode();
    if (input.required()) {
      constraints.put("notEmpty", true);
    }
    if (!field.pattern().isEmpty()) {
      constraints
          .putObject("pattern")
          .put("value", input.required() ? field.pattern() : "^$|" + field.pattern())
          .put("message", field.patternMessage());
    }
    if (!constraints.isEmpty()) {
      property.set("constraints", constraints);
    }
  }
}
