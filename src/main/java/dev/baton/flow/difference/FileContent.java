package dev.baton.flow.difference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.engine.release.ModelXml;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What is in a file, read as far as it can be.
 *
 * @param id of what it defines first; empty if it defines nothing
 * @param xml null unless it is a flow or a table
 * @param form null unless it is a form
 * @param unreadable why it cannot be read; null if it can
 */
record FileContent(String id, String name, Document xml, JsonNode form, String unreadable) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> DEFINED = List.of("process", "decision");

  static FileContent of(String name, byte[] content) {
    FileKind kind = FileKind.of(name);
    try {
      return switch (kind) {
        case FLOW, TABLE -> of(ModelXml.read(content));
        case FORM -> of(JSON.readTree(content));
        case OTHER -> unreadable("not a .bpmn, .dmn or .form file");
      };
    } catch (JsonProcessingException broken) {
      return unreadable(broken.getOriginalMessage());
    } catch (IOException | IllegalArgumentException broken) {
      return unreadable(broken.getMessage());
    }
  }

  private static FileContent unreadable(String why) {
    return new FileContent("", "", null, null, why == null ? "" : why);
  }

  private static FileContent of(Document xml) {
    return ModelXml.children(xml.getDocumentElement()).stream()
        .filter(child -> DEFINED.contains(child.getLocalName()))
        .findFirst()
        .map(defined -> new FileContent(id(defined), name(defined), xml, null, null))
        .orElseGet(() -> new FileContent("", "", xml, null, null));
  }

  private static FileContent of(JsonNode form) {
    if (!form.isObject()) {
      return unreadable("not a form");
    }
    String id = form.path("id").asText("");
    return new FileContent(id, id, null, form, null);
  }

  private static String id(Element defined) {
    return defined.getAttribute("id");
  }

  private static String name(Element defined) {
    String name = defined.getAttribute("name").strip();
    return name.isEmpty() ? id(defined) : name;
  }

  Map<String, ModelElement> flow() {
    return xml == null ? Map.of() : FlowElements.of(xml);
  }

  TableElements tables() {
    return xml == null ? new TableElements(Map.of(), Map.of()) : TableElements.of(xml);
  }

  List<FormField> fields() {
    return form == null ? List.of() : FormFields.of(form);
  }
}
