package dev.baton.mail;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The first words in an element: elements in elements would be read as often as they are deep. */
final class HtmlWords {

  private HtmlWords() {}

  /** With each run of blanks as one, and about so many characters at most. */
  static String first(Element element, int most) {
    StringBuilder words = new StringBuilder();
    element.filter(
        (Node node, int depth) -> {
          if (node instanceof TextNode text) {
            String raw = text.getWholeText();
            words.append(raw, 0, Math.min(raw.length(), most));
          } else if (node instanceof Element inner && (inner.isBlock() || inner.nameIs("br"))) {
            words.append(' ');
          }
          return words.length() > most
              ? NodeFilter.FilterResult.STOP
              : NodeFilter.FilterResult.CONTINUE;
        });
    return words.toString().replaceAll("\\s+", " ");
  }
}
