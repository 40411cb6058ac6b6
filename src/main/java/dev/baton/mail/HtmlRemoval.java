package dev.baton.mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Takes elements out of a document. One by one that costs the square of their number, since each
 * time all that follow move up; here the children that stay are put back at once.
 */
final class HtmlRemoval {

  private HtmlRemoval() {}

  /** All elements of these names. */
  static void named(Set<String> names, Element document) {
    List<Node> doomed = new ArrayList<>();
    document.traverse(
        (node, depth) -> {
          if (node instanceof Element element && names.contains(element.normalName())) {
            doomed.add(element);
          }
        });
    of(doomed);
  }

  static void of(Collection<? extends Node> doomed) {
    Set<Node> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Element> parents = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Node node : doomed) {
      if (node.parent() instanceof Element parent) {
        gone.add(node);
        parents.add(parent);
      }
    }
    for (Element parent : parents) {
      ParsingStopped.ifInterrupted();
      List<Node> kept = new ArrayList<>();
      for (Node child : parent.childNodes()) {
        if (!gone.contains(child)) {
          kept.add(child);
        }
      }
      parent.empty();
      parent.appendChildren(kept);
    }
  }

  /** All children behind this one; from the end, so that nothing moves up. */
  static void behind(Node last) {
    Node parent = last.parent();
    while (parent != null && parent.childNode(parent.childNodeSize() - 1) != last) {
      parent.childNode(parent.childNodeSize() - 1).remove();
    }
  }
}
