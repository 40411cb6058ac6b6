package dev.baton.flow.diagram;

import dev.baton.engine.release.ModelText;
import dev.baton.engine.release.ModelXml;
import dev.baton.web.validation.TextInput;
import java.util.Optional;
import org.w3c.dom.Element;

/** An element of the model that has a place in the diagram. */
record Part(Element xml) {

  private static final String DEFINITION = "EventDefinition";
  private static final int LONGEST_NAME = 1_000;

  String id() {
    return xml.getAttribute("id");
  }

  /** What is written on it. */
  String name() {
    String name =
        is("textAnnotation")
            ? child("text").map(Element::getTextContent).orElse("")
            : xml.getAttribute("name");
    return TextInput.shortened(ModelText.visible(name).strip(), LONGEST_NAME);
  }

  /** The name of the element in BPMN; event sub-processes have a name of their own. */
  String type() {
    return is("subProcess") && isTrue("triggeredByEvent") ? "eventSubProcess" : xml.getLocalName();
  }

  boolean is(String localName) {
    return localName.equals(xml.getLocalName());
  }

  boolean isEvent() {
    return xml.getLocalName().endsWith("Event");
  }

  boolean isGateway() {
    return xml.getLocalName().endsWith("Gateway");
  }

  boolean isSubProcess() {
    return is("subProcess") || is("transaction") || is("adHocSubProcess");
  }

  boolean isActivity() {
    return isSubProcess()
        || is("callActivity")
        || xml.getLocalName().equals("task")
        || xml.getLocalName().endsWith("Task");
  }

  /** What an event waits for or does, such as {@code timer}; empty for one without a cause. */
  String event() {
    if (!isEvent()) {
      return "";
    }
    var causes =
        ModelXml.children(xml).stream()
            .map(Element::getLocalName)
            .filter(name -> name.endsWith(DEFINITION))
            .toList();
    if (causes.size() > 1) {
      return isTrue("parallelMultiple") ? "parallelMultiple" : "multiple";
    }
    return causes.stream()
        .map(name -> name.substring(0, name.length() - DEFINITION.length()))
        .findFirst()
        .orElse("");
  }

  /** Whether an event goes on beside what it is attached to, or its sub-process beside the rest. */
  boolean isNonInterrupting() {
    return "false".equals(xml.getAttribute("cancelActivity"))
        || "false".equals(xml.getAttribute("isInterrupting"));
  }

  boolean isTrue(String attribute) {
    return "true".equals(xml.getAttribute(attribute));
  }

  Optional<Element> child(String localName) {
    return ModelXml.children(xml).stream()
        .filter(child -> localName.equals(child.getLocalName()))
        .findFirst();
  }
}
