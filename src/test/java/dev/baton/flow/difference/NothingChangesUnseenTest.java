package dev.baton.flow.difference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.engine.release.ModelXml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Whoever approves a change relies on seeing all of it: every value of a file is compared. */
class NothingChangesUnseenTest {

  /** What only repeats or names other parts of the file, or the program that wrote it. */
  private static final Set<String> SAYS_NOTHING =
      Set.of("id", "exporter", "exporterVersion", "bpmnElement", "dmnElementRef", "xsi:type");

  private static final Set<String> REPEATS = Set.of("incoming", "outgoing");
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {"processes/absence.bpmn", "processes/coverage-gap.bpmn", "processes/routing.dmn"})
  void eachValueOfAModel(String file) throws TransformerException {
    byte[] before = Changes.shipped().get(file);
    Document model = ModelXml.read(before);
    List<String> unseen = new ArrayList<>();
    for (Node value : values(model)) {
      String was = value.getNodeValue();
      value.setNodeValue(was + "7");
      if (ReleaseDifferences.between(Map.of(file, before), Map.of(file, written(model)))
          .isEmpty()) {
        unseen.add("%s of %s: %s".formatted(value.getNodeName(), owner(value), was.strip()));
      }
      value.setNodeValue(was);
    }

    assertThat(unseen).isEmpty();
  }

  private static List<Node> values(Document model) {
    List<Node> values = new ArrayList<>();
    NodeList elements = model.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      if (isOfTables(element) || "waypoint".equals(element.getLocalName()) && i % 7 != 0) {
        continue; // lines have many corners
      }
      NamedNodeMap attributes = element.getAttributes();
      for (int j = 0; j < attributes.getLength(); j++) {
        String name = attributes.item(j).getNodeName();
        if (!SAYS_NOTHING.contains(name) && !name.startsWith("xmlns")) {
          values.add(attributes.item(j));
        }
      }
      boolean isText = ModelXml.children(element).isEmpty() && !element.getTextContent().isBlank();
      if (isText && !REPEATS.contains(element.getLocalName())) {
        values.add(element.getFirstChild());
      }
    }
    return values;
  }

  /** Where a diagram of decisions has its boxes is not shown. */
  private static boolean isOfTables(Element element) {
    for (Node node = element; node instanceof Element each; node = node.getParentNode()) {
      if ("DMNDI".equals(each.getLocalName())) {
        return true;
      }
    }
    return false;
  }

  private static String owner(Node value) {
    Element element =
        value instanceof Attr attribute
            ? attribute.getOwnerElement()
            : (Element) value.getParentNode();
    return element.getNodeName() + " " + element.getAttribute("id");
  }

  private static byte[] written(Document model) throws TransformerException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TransformerFactory.newInstance()
        .newTransformer()
        .transform(new DOMSource(model), new StreamResult(out));
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"forms/wait-on-hold.form"})
  void eachValueOfAForm(String file) throws IOException {
    byte[] before = Changes.shipped().get(file);
    JsonNode form = JSON.readTree(before);
    List<String> unseen = new ArrayList<>();
    change(form, "", file, form, before, unseen);

    assertThat(unseen).isEmpty();
  }

  private static void change(
      JsonNode node, String path, String file, JsonNode form, byte[] before, List<String> unseen)
      throws IOException {
    for (JsonNode child : node) {
      change(child, path + "/", file, form, before, unseen);
    }
    if (!(node instanceof ObjectNode object)) {
      return;
    }
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode was = object.get(name);
      if (was.isValueNode() && !Set.of("id", "row").contains(name)) {
        object.put(name, was.asText() + "7");
        byte[] after = JSON.writeValueAsBytes(form);
        if (ReleaseDifferences.between(Map.of(file, before), Map.of(file, after)).isEmpty()) {
          unseen.add(path + name + ": " + was);
        }
        object.set(name, was);
      }
    }
  }
}
