package dev.baton.mail.html;

import dev.baton.mail.mime.Interruption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Removes elements from a document in linear time. Removing them one by one would be quadratic,
 * because all later siblings move up each time; here the remaining children are added back at once.
 */
public final class ElementRemoval {

  private ElementRemoval() {}

  /** Removes all elements with these names. */
  static void named(Set<String> names, Element document) {
    List<Node> unwanted = new ArrayList<>();
    document.traverse(
        (node, depth) -> {
          if (node instanceof Element element && names.contains(element.normalName())) {
            unwanted.add(element);
          }
        });
    of(unwanted);
  }

  public static void of(Collection<? extends Node> unwanted) {
    Set<Node> removed = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Element> parents = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Node node : unwanted) {
      if (node.parent() instanceof Element parent) {
        removed.add(node);
        parents.add(parent);
      }
    }
    for (Element parent : parents) {
      Interruption.check();
      List<Node> kept = new ArrayList<>();
      for (Node child : parent.childNodes()) {
        if (!removed.contains(child)) {
          kept.add(child);
        }
      }
      parent.empty();
      parent.appendChildren(kept);
    }
  }

  /** Removes all siblings after a node; from the end, so that nothing moves up. */
  public static void after(Node last) {
    Node parent = last.parent();
    while (parent != null && parent.childNode(parent.childNodeSize() - 1) != last) {
      parent.childNode(parent.childNodeSize() - 1).remove();
    }
  }
}
