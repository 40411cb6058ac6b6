package dev.baton.flow.difference;

import dev.baton.engine.release.ModelXml;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Where the elements of a flow are drawn. */
final class DrawnPlaces {

  private final Map<String, String> places = new HashMap<>();

  private DrawnPlaces(Document model) {
    NodeList all = model.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < all.getLength(); i++) {
      Element drawn = (Element) all.item(i);
      if (drawn.hasAttribute("bpmnElement") && !"BPMNPlane".equals(drawn.getLocalName())) {
        places.merge(drawn.getAttribute("bpmnElement"), place(drawn), String::concat);
      }
    }
  }

  /** The ids of what is drawn in both, in another place or with another look. */
  static Set<String> redrawn(Document before, Document after) {
    Map<String, String> was = new DrawnPlaces(before).places;
    Map<String, String> is = new DrawnPlaces(after).places;
    return was.keySet().stream()
        .filter(is::containsKey)
        .filter(id -> !Objects.equals(was.get(id), is.get(id)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String place(Element drawn) {
    return XmlNames.attributes(drawn).stream()
            .filter(attribute -> !"bpmnElement".equals(attribute.getName()))
            .map(attribute -> attribute.getName() + "=" + number(attribute.getValue()))
            .sorted()
            .collect(Collectors.joining(" ", drawn.getLocalName() + "(", " "))
        + ModelXml.children(drawn).stream()
            .map(DrawnPlaces::place)
            .collect(Collectors.joining("", "", ")"));
  }

  private static String number(String value) {
    try {
      return Double.toString(Double.parseDouble(value));
    } catch (NumberFormatException word) {
      return value;
    }
  }
}
