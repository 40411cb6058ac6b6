package dev.baton.flow.difference;

import static java.util.Map.entry;

import dev.baton.engine.release.ModelXml;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Reads the properties of one element of a flow; all of them, known by a word or not. */
final class FlowProperties {

  /** What is compared elsewhere: parts that are elements themselves, and the ends of lines. */
  private static final Set<String> NOT_HERE = Set.of("incoming", "outgoing", "laneSet");

  private static final Map<String, ChangedProperty> ATTRIBUTES =
      Map.ofEntries(
          entry("name", ChangedProperty.LABEL),
          entry("calledElement", ChangedProperty.CALLED_FLOW),
          entry("camunda:delegateExpression", ChangedProperty.DELEGATE),
          entry("camunda:modelerTemplate", ChangedProperty.TEMPLATE),
          entry("camunda:formRef", ChangedProperty.FORM),
          entry("camunda:formKey", ChangedProperty.FORM),
          entry("camunda:decisionRef", ChangedProperty.TABLE),
          entry("camunda:assignee", ChangedProperty.ASSIGNEE),
          entry("camunda:candidateGroups", ChangedProperty.CANDIDATES),
          entry("camunda:candidateUsers", ChangedProperty.CANDIDATES),
          entry("camunda:dueDate", ChangedProperty.DUE_DATE),
          entry("camunda:versionTag", ChangedProperty.VERSION_TAG));

  private static final Set<String> OTHER_DELEGATES =
      Set.of("camunda:expression", "camunda:class", "camunda:type", "camunda:topic");

  private static final Map<String, ChangedProperty> ELEMENTS =
      Map.of(
          "sourceRef", ChangedProperty.SOURCE,
          "targetRef", ChangedProperty.TARGET,
          "attachedToRef", ChangedProperty.ATTACHED_TO,
          "default", ChangedProperty.DEFAULT_FLOW);

  private static final Map<String, ChangedProperty> DEFINITIONS =
      Map.of(
          "messageRef", ChangedProperty.MESSAGE,
          "signalRef", ChangedProperty.SIGNAL,
          "errorRef", ChangedProperty.ERROR,
          "escalationRef", ChangedProperty.ESCALATION);

  /** Their values follow from what else is compared. */
  private static final Set<String> IN_THE_TYPE =
      Set.of("cancelActivity", "isInterrupting", "triggeredByEvent");

  private final FlowReferences references;
  private final ElementProperties properties;

  FlowProperties(FlowReferences references, ElementProperties properties) {
    this.references = references;
    this.properties = properties;
  }

  /** Reads an element without the elements that it contains. */
  void read(Element element) {
    readAttributes(element);
    for (Element child : ModelXml.children(element)) {
      if (!NOT_HERE.contains(child.getLocalName()) && !FlowElements.isElement(child)) {
        readPart(child);
      }
    }
  }

  private void readAttributes(Element element) {
    XmlNames.attributes(element).forEach(this::readAttribute);
  }

  private void readAttribute(Attr attribute) {
    String name = XmlNames.name(attribute);
    String value = attribute.getValue();
    if (IN_THE_TYPE.contains(name)) {
      return;
    }
    if (ATTRIBUTES.containsKey(name)) {
      properties.put(ATTRIBUTES.get(name), FlowReferences.oneLine(value));
    } else if (OTHER_DELEGATES.contains(name)) {
      properties.put(ChangedProperty.DELEGATE, attribute.getLocalName(), value);
    } else if (ELEMENTS.containsKey(name)) {
      properties.put(ELEMENTS.get(name), "", references.element(value));
    } else if (DEFINITIONS.containsKey(name)) {
      properties.put(DEFINITIONS.get(name), "", references.definition(value));
    } else {
      OtherProperties.put(properties, "", attribute);
    }
  }

  private void readPart(Element child) {
    String name = child.getLocalName();
    switch (name) {
      case "documentation" -> properties.put(ChangedProperty.DOCUMENTATION, XmlNames.text(child));
      case "text" -> properties.put(ChangedProperty.TEXT, XmlNames.text(child));
      case "conditionExpression", "condition" ->
          properties.put(ChangedProperty.CONDITION, language(child), XmlNames.text(child));
      case "timeDate", "timeCycle", "timeDuration" ->
          properties.put(ChangedProperty.TIMER, name, XmlNames.text(child));
      case "extensionElements" ->
          ModelXml.children(child).forEach(one -> FlowExtensions.read(one, properties));
      case "multiInstanceLoopCharacteristics", "standardLoopCharacteristics" -> repetition(child);
      default -> {
        if (name.endsWith("EventDefinition")) {
          readAttributes(child);
          ModelXml.children(child).forEach(this::readPart);
        } else {
          OtherProperties.put(properties, "", child);
        }
      }
    }
  }

  private static String language(Element expression) {
    return expression.getAttribute("language");
  }

  private void repetition(Element loop) {
    String kind =
        loop.getLocalName().startsWith("standard")
            ? "loop"
            : "true".equals(loop.getAttribute("isSequential")) ? "sequential" : "parallel";
    properties.put(ChangedProperty.REPETITION, kind);
    XmlNames.attributes(loop).stream()
        .filter(attribute -> !"isSequential".equals(attribute.getName()))
        .forEach(
            attribute ->
                properties.put(
                    ChangedProperty.REPETITION, attribute.getLocalName(), attribute.getValue()));
    ModelXml.children(loop)
        .forEach(
            child ->
                properties.put(
                    ChangedProperty.REPETITION, child.getLocalName(), XmlNames.text(child)));
  }
}
