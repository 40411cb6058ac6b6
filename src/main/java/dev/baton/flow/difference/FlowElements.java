package dev.baton.flow.difference;

import dev.baton.engine.release.ModelXml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Reads the elements of a flow with their properties, by id, in the order of the file. */
final class FlowElements {

  private static final String DEFINITION = "EventDefinition";
  private static final Set<String> CONTAINERS =
      Set.of(
          "process",
          "subProcess",
          "transaction",
          "adHocSubProcess",
          "collaboration",
          "laneSet",
          "lane",
          "childLaneSet");

  /** Parts of an element rather than elements, although they stand in a container. */
  private static final Set<String> PARTS =
      Set.of(
          "documentation",
          "extensionElements",
          "incoming",
          "outgoing",
          "multiInstanceLoopCharacteristics",
          "standardLoopCharacteristics",
          "ioSpecification",
          "property",
          "auditing",
          "monitoring",
          "completionCondition",
          "flowNodeRef");

  /** Compared by what they say, where they are used. */
  private static final Set<String> DEFINITIONS = Set.of("message", "signal", "error", "escalation");

  private final Map<String, ModelElement> elements = new LinkedHashMap<>();
  private final FlowReferences references;

  private FlowElements(Document model) {
    this.references = new FlowReferences(model);
    Element root = model.getDocumentElement();
    List<Element> definitions = new ArrayList<>();
    for (Element child : ModelXml.children(root)) {
      if (DEFINITIONS.contains(child.getLocalName())) {
        definitions.add(child);
      } else if (!"BPMNDiagram".equals(child.getLocalName())) {
        read(child, null);
      }
    }
    definitions.stream()
        .filter(definition -> !references.isUsed(definition.getAttribute("id")))
        .forEach(definition -> read(definition, null));
    readFile(root);
  }

  static Map<String, ModelElement> of(Document model) {
    return new FlowElements(model).elements;
  }

  /** Whether it is compared as an element of its own. */
  static boolean isElement(Element element) {
    return element.getParentNode() instanceof Element parent
        && CONTAINERS.contains(parent.getLocalName())
        && !PARTS.contains(element.getLocalName());
  }

  private void read(Element element, Element parent) {
    ElementProperties properties = new ElementProperties();
    properties.put(ChangedProperty.TYPE, type(element) + "." + event(element));
    if (parent != null && !"process".equals(parent.getLocalName())) {
      properties.put(ChangedProperty.PARENT, "", references.element(parent.getAttribute("id")));
    }
    if (isStarted(element)) {
      properties.put(ChangedProperty.INTERRUPTING, Boolean.toString(isInterrupting(element)));
    }
    new FlowProperties(references, properties).read(element);
    String id = element.getAttribute("id");
    ModelElement read =
        new ModelElement(id, label(element, properties), type(element), event(element), properties);
    elements.putIfAbsent(id.isEmpty() ? element.getLocalName() + elements.size() : id, read);
    ModelXml.children(element).stream()
        .filter(FlowElements::isElement)
        .forEach(child -> read(child, element));
  }

  /** What the file says of itself; which program wrote it does not matter. */
  private void readFile(Element root) {
    ElementProperties properties = new ElementProperties();
    XmlNames.attributes(root).stream()
        .filter(attribute -> !attribute.getName().startsWith("exporter"))
        .forEach(attribute -> OtherProperties.put(properties, "", attribute));
    elements.put("", new ModelElement("", "", ElementDifference.FILE, "", properties));
  }

  private static String type(Element element) {
    return "subProcess".equals(element.getLocalName())
            && "true".equals(element.getAttribute("triggeredByEvent"))
        ? "eventSubProcess"
        : element.getLocalName();
  }

  private static String event(Element element) {
    if (!element.getLocalName().endsWith("Event")) {
      return "";
    }
    List<String> causes =
        ModelXml.children(element).stream()
            .map(Element::getLocalName)
            .filter(name -> name.endsWith(DEFINITION))
            .map(name -> name.substring(0, name.length() - DEFINITION.length()))
            .toList();
    return causes.size() > 1 ? "multiple" : causes.isEmpty() ? "" : causes.get(0);
  }

  /** Whether an event can leave running what it interrupts by default. */
  private static boolean isStarted(Element element) {
    return "boundaryEvent".equals(element.getLocalName())
        || "startEvent".equals(element.getLocalName())
            && element.getParentNode() instanceof Element parent
            && "eventSubProcess".equals(type(parent));
  }

  private static boolean isInterrupting(Element element) {
    return !"false".equals(element.getAttribute("cancelActivity"))
        && !"false".equals(element.getAttribute("isInterrupting"));
  }

  /** A line is known by its ends. */
  private static String label(Element element, ElementProperties properties) {
    String name = FlowReferences.oneLine(element.getAttribute("name"));
    if (element.hasAttribute("sourceRef") && element.hasAttribute("targetRef")) {
      String ends =
          "%s → %s"
              .formatted(
                  properties.shown(ChangedProperty.SOURCE),
                  properties.shown(ChangedProperty.TARGET));
      return name.isEmpty() ? ends : "%s: %s".formatted(ends, name);
    }
    return "textAnnotation".equals(element.getLocalName())
        ? FlowReferences.oneLine(XmlNames.childText(element, "text"))
        : name;
  }
}
