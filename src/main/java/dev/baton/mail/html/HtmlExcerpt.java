package dev.baton.mail.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The start of an element's text, without reading the rest of a deeply nested element. */
public final class HtmlExcerpt {

  private HtmlExcerpt() {}

  /** About {@code limit} characters at most, with white space collapsed. */
  public static String first(Element element, int limit) {
    StringBuilder text = new StringBuilder();
    element.filter(
        (Node node, int depth) -> {
          if (node instanceof TextNode textNode) {
            String raw = textNode.getWholeText();
            text.append(raw, 0, Math.min(raw.length(), limit));
          } else if (node instanceof Element inner && (inner.isBlock() || inner.nameIs("br"))) {
            text.append(' ');
          }
          return text.length() > limit
              ? NodeFilter.FilterResult.STOP
              : NodeFilter.FilterResult.CONTINUE;
        });
    return text.toString().replaceAll("\\s+", " ");
  }
}
