package dev.baton.flow.difference;

import dev.baton.engine.release.ModelXml;
import java.util.LinkedHashMap;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Reads what a file of decisions holds.
 *
 * @param elements decisions and what else the file defines, by id; without rows and columns
 * @param tables the tables of those decisions that have one
 */
record TableElements(Map<String, ModelElement> elements, Map<String, DecisionTable> tables) {

  private static final String DRAWING = "DMNDI";

  static TableElements of(Document file) {
    TableElements read = new TableElements(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (Element child : ModelXml.children(file.getDocumentElement())) {
      if (!DRAWING.equals(child.getLocalName())
          && !"extensionElements".equals(child.getLocalName())) {
        read.add(child);
      }
    }
    ElementProperties properties = new ElementProperties();
    XmlNames.attributes(file.getDocumentElement()).stream()
        .filter(attribute -> !attribute.getName().startsWith("exporter"))
        .forEach(attribute -> OtherProperties.put(properties, "", attribute));
    read.elements.put("", new ModelElement("", "", ElementDifference.FILE, "", properties));
    return read;
  }

  private void add(Element element) {
    String id = element.getAttribute("id");
    ElementProperties properties = new ElementProperties();
    XmlNames.attributes(element)
        .forEach(
            attribute -> {
              switch (XmlNames.name(attribute)) {
                case "name" -> properties.put(ChangedProperty.LABEL, attribute.getValue());
                case "camunda:versionTag" ->
                    properties.put(ChangedProperty.VERSION_TAG, attribute.getValue());
                default -> OtherProperties.put(properties, "", attribute);
              }
            });
    for (Element child : ModelXml.children(element)) {
      switch (child.getLocalName()) {
        case "decisionTable" -> tables.put(id, DecisionTable.of(element, child));
        case "description" -> properties.put(ChangedProperty.DOCUMENTATION, XmlNames.text(child));
        default -> OtherProperties.put(properties, "", child);
      }
    }
    DecisionTable table = tables.get(id);
    if (table != null) {
      properties.putAll(table.properties());
    }
    elements.put(
        id,
        new ModelElement(id, element.getAttribute("name"), element.getLocalName(), "", properties));
  }
}
