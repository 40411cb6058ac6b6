package dev.baton.flow.difference;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the elements of a flow call each other. */
final class FlowReferences {

  private final Map<String, Element> byId = new HashMap<>();
  private final Set<String> used = new LinkedHashSet<>();

  FlowReferences(Document model) {
    NodeList all = model.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      if (element.hasAttribute("id")) {
        byId.putIfAbsent(element.getAttribute("id"), element);
      }
    }
  }

  /** Another element of the flow: it is the same one as long as its id is. */
  PropertyValue element(String id) {
    return new PropertyValue(id, label(id));
  }

  /** A message, signal, error or escalation: what counts is what it says, not its id. */
  PropertyValue definition(String id) {
    Element definition = byId.get(local(id));
    if (definition == null) {
      return PropertyValue.of(id);
    }
    used.add(local(id));
    String content =
        XmlNames.attributes(definition).stream()
            .map(attribute -> XmlNames.name(attribute) + "=" + attribute.getValue())
            .sorted()
            .collect(Collectors.joining(" "));
    String code = definition.getAttribute("errorCode") + definition.getAttribute("escalationCode");
    String name = definition.getAttribute("name");
    String shown = code.isEmpty() || code.equals(name) ? name : "%s (%s)".formatted(name, code);
    return new PropertyValue(content, shown.isBlank() ? id : shown);
  }

  /** Whether an event or task has asked for it, so that it is compared there. */
  boolean isUsed(String id) {
    return used.contains(id);
  }

  /** The label of an element; its id if it has none. */
  String label(String id) {
    Element element = byId.get(local(id));
    String name = element == null ? "" : oneLine(element.getAttribute("name"));
    return name.isEmpty() ? id : name;
  }

  static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** References are qualified names, mostly without a prefix. */
  private static String local(String id) {
    return id.substring(id.indexOf(':') + 1);
  }
}
