package dev.baton.flow.difference;

import dev.baton.engine.release.ModelXml;
import java.util.Map;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * What no word is known for is compared under its technical name, so that nothing of a file changes
 * unseen.
 */
final class OtherProperties {

  /** What an attribute says when it is left out; Modeler and other tools differ in writing it. */
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("camunda:asyncBefore", "false"),
          Map.entry("camunda:asyncAfter", "false"),
          Map.entry("camunda:exclusive", "true"),
          Map.entry("isForCompensation", "false"),
          Map.entry("startQuantity", "1"),
          Map.entry("completionQuantity", "1"),
          Map.entry("isCollection", "false"),
          Map.entry("isClosed", "false"),
          Map.entry("processType", "None"),
          Map.entry("parallelMultiple", "false"),
          Map.entry("instantiate", "false"),
          Map.entry("gatewayDirection", "Unspecified"),
          Map.entry("eventGatewayType", "Exclusive"),
          Map.entry("associationDirection", "None"),
          Map.entry("triggeredByEvent", "false"));

  private OtherProperties() {}

  static void put(ElementProperties properties, String path, Attr attribute) {
    String name = XmlNames.name(attribute);
    if (!attribute.getValue().equals(DEFAULTS.get(name))) {
      properties.put(ChangedProperty.OTHER, path + name, attribute.getValue());
    }
  }

  /** All that is in this element, under paths such as {@code standardLoop/loopCondition}. */
  static void put(ElementProperties properties, String path, Element element) {
    String name = path + XmlNames.name(element);
    XmlNames.attributes(element).forEach(attribute -> put(properties, name + "@", attribute));
    var children = ModelXml.children(element);
    if (children.isEmpty()) {
      properties.put(ChangedProperty.OTHER, name, element.getTextContent().strip());
    }
    children.forEach(child -> put(properties, name + "/", child));
  }
}
