package dev.baton.mail.html;

import static java.util.stream.Collectors.joining;

import dev.baton.mail.mime.Interruption;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Converts HTML to plain text and keeps lines, lists and links as in a plain-text mail. */
public final class HtmlToText implements NodeVisitor {

  /** Longer links are left out. */
  private static final int MAX_LINK_LENGTH = 2_000;

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "dl",
          "dt",
          "dd",
          "table",
          "tr",
          "blockquote",
          "pre",
          "section",
          "article",
          "header",
          "footer",
          "address",
          "center",
          "fieldset",
          "form",
          "figure",
          "main",
          "nav",
          "aside",
          "hr");
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre");
  private static final Set<String> IGNORED =
      Set.of(
          "head",
          "script",
          "style",
          "title",
          "noscript",
          "template",
          "textarea",
          "select",
          "button",
          "svg",
          "math",
          "object",
          "iframe",
          "audio",
          "video",
          "canvas",
          "xml");
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n\\f]+");

  private final StringBuilder out = new StringBuilder();
  private int pendingBreaks;
  private int preformatted;

  /** The number of items read so far, per list. */
  private final Map<Element, Integer> itemCounts = new IdentityHashMap<>();

  private HtmlToText() {}

  public static String of(String html) {
    return of(HtmlReader.parse(html));
  }

  /** The text of a document. Removes invisible elements from the document. */
  public static String of(Document document) {
    ElementRemoval.named(IGNORED, document);
    HiddenElements.remove(document);
    HtmlToText text = new HtmlToText();
    document.body().traverse(text);
    return text.out.toString().lines().map(HtmlToText::trimmed).collect(joining("\n")).strip();
  }

  private static String trimmed(String line) {
    int end = line.length();
    while (end > 0 && " \t\u00A0".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return line.substring(0, end);
  }

  @Override
  public void head(Node node, int depth) {
    Interruption.check();
    if (node instanceof TextNode textNode) {
      appendText(textNode.getWholeText());
    } else if (node instanceof Element element) {
      open(element);
    }
  }

  private void open(Element element) {
    String name = element.normalName();
    switch (name) {
      case "br" -> newLine();
      case "li" -> item(element);
      case "td", "th" -> {
        if (element.previousElementSibling() != null) {
          appendText(" ");
        }
      }
      case "hr" -> {
        lines(1);
        appendText("-----");
        lines(1);
      }
      case "img" -> {
        String alt = element.attr("alt").strip();
        appendText(alt.isEmpty() ? "" : "[" + alt + "]");
      }
      case "pre" -> {
        lines(2);
        preformatted++;
      }
      default -> {
        if (BLOCKS.contains(name)) {
          lines(PARAGRAPHS.contains(name) ? 2 : 1);
        }
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    String name = element.normalName();
    if (name.equals("a")) {
      target(element);
    } else if (name.equals("pre")) {
      preformatted--;
    }
    if (BLOCKS.contains(name) || name.equals("li")) {
      lines(PARAGRAPHS.contains(name) ? 2 : 1);
    }
  }

  private void item(Element element) {
    lines(1);
    Element list = element.parent();
    boolean numbered = list != null && list.normalName().equals("ol");
    appendText(numbered ? itemCounts.merge(list, 1, Integer::sum) + ". " : "- ");
  }

  /** Appends the target of a link, unless the link text contains it. */
  private void target(Element link) {
    String to = link.attr("href").strip();
    if (to.length() > MAX_LINK_LENGTH) {
      return;
    }
    boolean usable = to.matches("(?i)(https?|ftp|mailto|tel):.+");
    String bare = to.replaceFirst("(?i)^(mailto|tel):", "");
    String shown = HtmlExcerpt.first(link, MAX_LINK_LENGTH).strip();
    String withoutScheme = bare.replaceFirst("(?i)^https?://", "").replaceFirst("/$", "");
    if (usable && !shown.isEmpty() && !shown.contains(withoutScheme)) {
      appendText(" <" + bare + ">");
    }
  }

  private void appendText(String raw) {
    if (raw.isEmpty()) {
      return;
    }
    if (preformatted > 0) {
      flush();
      out.append(raw.replace("\r\n", "\n"));
      return;
    }
    String text = BLANKS.matcher(raw).replaceAll(" ").replace("\u00AD", "").replace("\u200B", "");
    boolean atStart = pendingBreaks > 0 || out.length() == 0 || endsInBlank();
    text = atStart && text.startsWith(" ") ? text.substring(1) : text;
    if (!text.isEmpty()) {
      flush();
      out.append(text);
    }
  }

  private boolean endsInBlank() {
    char last = out.charAt(out.length() - 1);
    return last == ' ' || last == '\n';
  }

  private void newLine() {
    flush();
    out.append('\n');
  }

  private void lines(int count) {
    pendingBreaks = out.length() == 0 ? 0 : Math.max(pendingBreaks, count);
  }

  private void flush() {
    while (pendingBreaks > 0 && out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    int there = 0;
    while (there < pendingBreaks
        && there < out.length()
        && out.charAt(out.length() - 1 - there) == '\n') {
      there++;
    }
    out.append("\n".repeat(Math.max(0, pendingBreaks - there)));
    pendingBreaks = 0;
  }
}
