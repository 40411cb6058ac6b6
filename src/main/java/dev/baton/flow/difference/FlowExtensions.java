package dev.baton.flow.difference;

import dev.baton.engine.release.ModelXml;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Reads what Camunda adds to an element: inputs, extension properties, listeners, variables. */
final class FlowExtensions {

  private FlowExtensions() {}

  static void read(Element extension, ElementProperties properties) {
    switch (XmlNames.name(extension)) {
      case "camunda:inputOutput" ->
          ModelXml.children(extension)
              .forEach(
                  parameter ->
                      properties.put(
                          parameter.getLocalName().startsWith("input")
                              ? ChangedProperty.INPUT
                              : ChangedProperty.OUTPUT,
                          parameter.getAttribute("name"),
                          XmlNames.text(parameter)));
      case "camunda:properties" ->
          ModelXml.children(extension)
              .forEach(
                  property ->
                      properties.put(
                          ChangedProperty.EXTENSION,
                          property.getAttribute("name"),
                          property.getAttribute("value")));
      case "camunda:executionListener", "camunda:taskListener" ->
          properties.put(
              ChangedProperty.LISTENER, extension.getAttribute("event"), listener(extension));
      case "camunda:failedJobRetryTimeCycle" ->
          properties.put(ChangedProperty.RETRY, XmlNames.text(extension));
      case "camunda:in", "camunda:out" ->
          properties.put(
              ChangedProperty.VARIABLES, extension.getLocalName(), attributes(extension));
      default -> OtherProperties.put(properties, "", extension);
    }
  }

  /** What it calls, and what it is given. */
  private static String listener(Element listener) {
    Stream<String> called =
        XmlNames.attributes(listener).stream()
            .filter(attribute -> !"event".equals(attribute.getName()))
            .map(
                attribute ->
                    attribute.getName().equals("delegateExpression")
                        ? attribute.getValue()
                        : attribute.getName() + "=" + attribute.getValue())
            .sorted();
    Stream<String> inside =
        ModelXml.children(listener).stream()
            .map(
                child ->
                    "%s %s %s"
                        .formatted(child.getLocalName(), attributes(child), XmlNames.text(child))
                        .strip());
    return Stream.concat(called, inside).collect(Collectors.joining(", "));
  }

  private static String attributes(Element element) {
    return XmlNames.attributes(element).stream()
        .map(attribute -> attribute.getName() + "=" + attribute.getValue())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
