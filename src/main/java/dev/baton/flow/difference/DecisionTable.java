package dev.baton.flow.difference;

import dev.baton.engine.release.ModelXml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** A decision table as it stands in its file. */
record DecisionTable(
    String id, String name, ElementProperties properties, List<Column> columns, List<Row> rows) {

  static final String INPUT = "input";
  static final String OUTPUT = "output";

  /** A column; rows have their cells under its key. */
  record Column(int key, String id, String label, String type, ElementProperties properties) {

    ModelElement element() {
      return new ModelElement(id, label, type, "", properties);
    }

    /** What the column is about, if its id has changed. */
    Object content() {
      return type
          + " "
          + properties.shown(ChangedProperty.EXPRESSION)
          + properties.shown(ChangedProperty.OUTPUT_NAME);
    }
  }

  record Row(String id, Map<Integer, String> cells, String description) {}

  static DecisionTable of(Element decision, Element table) {
    ElementProperties properties = new ElementProperties();
    String hitPolicy = table.getAttribute("hitPolicy");
    properties.put(
        ChangedProperty.HIT_POLICY,
        ((hitPolicy.isEmpty() ? "UNIQUE" : hitPolicy) + " " + table.getAttribute("aggregation"))
            .strip());
    List<Column> columns = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (Element child : ModelXml.children(table)) {
      switch (child.getLocalName()) {
        case INPUT, OUTPUT -> columns.add(column(child, columns.size()));
        case "rule" -> rows.add(row(child));
        default -> OtherProperties.put(properties, "", child);
      }
    }
    for (Attr attribute : XmlNames.attributes(table)) {
      if (!List.of("hitPolicy", "aggregation").contains(attribute.getName())) {
        OtherProperties.put(properties, "", attribute);
      }
    }
    return new DecisionTable(
        decision.getAttribute("id"), decision.getAttribute("name"), properties, columns, rows);
  }

  private static Column column(Element column, int key) {
    String type = column.getLocalName();
    ElementProperties properties = new ElementProperties();
    for (Attr attribute : XmlNames.attributes(column)) {
      switch (attribute.getName()) {
        case "label" -> properties.put(ChangedProperty.LABEL, attribute.getValue());
        case "name" -> properties.put(ChangedProperty.OUTPUT_NAME, attribute.getValue());
        case "typeRef" -> properties.put(ChangedProperty.VALUE_TYPE, attribute.getValue());
        default -> OtherProperties.put(properties, "", attribute);
      }
    }
    for (Element child : ModelXml.children(column)) {
      switch (child.getLocalName()) {
        case "inputExpression" -> expression(child, properties);
        case "inputValues", "outputValues" ->
            properties.put(ChangedProperty.ALLOWED_VALUES, XmlNames.childText(child, "text"));
        case "defaultOutputEntry" ->
            properties.put(ChangedProperty.DEFAULT_VALUE, XmlNames.childText(child, "text"));
        default -> OtherProperties.put(properties, "", child);
      }
    }
    return new Column(key, column.getAttribute("id"), label(column, properties), type, properties);
  }

  private static void expression(Element expression, ElementProperties properties) {
    properties.put(ChangedProperty.EXPRESSION, XmlNames.childText(expression, "text"));
    for (Attr attribute : XmlNames.attributes(expression)) {
      if ("typeRef".equals(attribute.getName())) {
        properties.put(ChangedProperty.VALUE_TYPE, attribute.getValue());
      } else {
        OtherProperties.put(properties, "", attribute);
      }
    }
  }

  private static String label(Element column, ElementProperties properties) {
    String label = column.getAttribute("label");
    return !label.isBlank()
        ? label
        : properties.shown(ChangedProperty.EXPRESSION)
            + properties.shown(ChangedProperty.OUTPUT_NAME);
  }

  /** Inputs come first in a table, and so do their entries in a row. */
  private static Row row(Element rule) {
    Map<Integer, String> cells = new HashMap<>();
    StringBuilder description = new StringBuilder();
    int next = 0;
    for (Element child : ModelXml.children(rule)) {
      String name = child.getLocalName();
      if ("inputEntry".equals(name) || "outputEntry".equals(name)) {
        cells.put(next++, cell(child));
      } else {
        description.append(description.isEmpty() ? "" : " ").append(XmlNames.text(child));
      }
    }
    return new Row(rule.getAttribute("id"), cells, description.toString());
  }

  /** An empty cell and one with a dash both match everything. */
  private static String cell(Element entry) {
    String text = XmlNames.childText(entry, "text");
    String language = entry.getAttribute("expressionLanguage");
    String cell = "-".equals(text) ? "" : text;
    return language.isEmpty() || "feel".equalsIgnoreCase(language)
        ? cell
        : "%s: %s".formatted(language, cell);
  }
}
