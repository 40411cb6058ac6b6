package dev.baton.flow.difference;

import dev.baton.engine.release.ModelXml;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Names and values in a model, whatever prefixes its file uses. */
final class XmlNames {

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/";
  private static final String ACTIVITI = "http://activiti.org/bpmn";
  private static final String OMG = "http://www.omg.org/spec/";
  private static final String DMN = "https://www.omg.org/spec/";
  private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String NAMESPACES = "http://www.w3.org/2000/xmlns/";

  private XmlNames() {}

  /** The attributes that say something: not the id, not what only XML needs. */
  static List<Attr> attributes(Element element) {
    NamedNodeMap all = element.getAttributes();
    List<Attr> attributes = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      Attr attribute = (Attr) all.item(i);
      String namespace = attribute.getNamespaceURI();
      if (!NAMESPACES.equals(namespace)
          && !SCHEMA.equals(namespace)
          && !"id".equals(attribute.getName())) {
        attributes.add(attribute);
      }
    }
    return attributes;
  }

  /** Such as {@code timeDate} or {@code camunda:asyncBefore}. */
  static String name(Node node) {
    String namespace = node.getNamespaceURI();
    if (namespace == null || namespace.startsWith(OMG) || namespace.startsWith(DMN)) {
      return node.getLocalName();
    }
    return namespace.startsWith(CAMUNDA) || namespace.equals(ACTIVITI)
        ? "camunda:" + node.getLocalName()
        : node.getNodeName();
  }

  static boolean isCamunda(Node node) {
    return name(node).startsWith("camunda:");
  }

  /** The text of an element, or what is inside it in one line. */
  static String text(Element element) {
    List<Element> children = ModelXml.children(element);
    if (children.isEmpty()) {
      return element.getTextContent().strip();
    }
    return children.stream()
        .map(child -> (attributeText(child) + " " + text(child)).strip())
        .collect(Collectors.joining(", "));
  }

  private static String attributeText(Element element) {
    return attributes(element).stream()
        .map(attribute -> attribute.getValue() + ":")
        .collect(Collectors.joining(" "));
  }

  /** The text of the first child of this name; empty without one. */
  static String childText(Element element, String localName) {
    return ModelXml.children(element).stream()
        .filter(child -> localName.equals(child.getLocalName()))
        .findFirst()
        .map(XmlNames::text)
        .orElse("");
  }
}
