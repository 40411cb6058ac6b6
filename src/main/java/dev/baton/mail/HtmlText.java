package dev.baton.mail;

import static java.util.stream.Collectors.joining;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of HTML with its lines, lists and links, as one would type them into a plain mail. */
final class HtmlText implements NodeVisitor {

  /** No link to click on is longer. */
  private static final int LONGEST_LINK = 2_000;

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
  private static final Set<String> SILENT =
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
  private int wanted;
  private int preformatted;

  /** How many items of each list were read. */
  private final Map<Element, Integer> places = new IdentityHashMap<>();

  private HtmlText() {}

  static String of(String html) {
    return of(HtmlReader.read(html));
  }

  /** The words of a document, from which it takes away what does not show. */
  static String of(Document document) {
    HtmlRemoval.named(SILENT, document);
    HiddenElements.remove(document);
    HtmlText text = new HtmlText();
    document.body().traverse(text);
    return text.out.toString().lines().map(HtmlText::trimmed).collect(joining("\n")).strip();
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
    ParsingStopped.ifInterrupted();
    if (node instanceof TextNode words) {
      words(words.getWholeText());
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
          words(" ");
        }
      }
      case "hr" -> {
        lines(1);
        words("-----");
        lines(1);
      }
      case "img" -> {
        String alt = element.attr("alt").strip();
        words(alt.isEmpty() ? "" : "[" + alt + "]");
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
    words(numbered ? places.merge(list, 1, Integer::sum) + ". " : "- ");
  }

  /** Where a link leads, unless its words say so already. */
  private void target(Element link) {
    String to = link.attr("href").strip();
    if (to.length() > LONGEST_LINK) {
      return;
    }
    boolean leads = to.matches("(?i)(https?|ftp|mailto|tel):.+");
    String bare = to.replaceFirst("(?i)^(mailto|tel):", "");
    String shown = HtmlWords.first(link, LONGEST_LINK).strip();
    String short1 = bare.replaceFirst("(?i)^https?://", "").replaceFirst("/$", "");
    if (leads && !shown.isEmpty() && !shown.contains(short1)) {
      words(" <" + bare + ">");
    }
  }

  private void words(String raw) {
    if (raw.isEmpty()) {
      return;
    }
    if (preformatted > 0) {
      flush();
      out.append(raw.replace("\r\n", "\n"));
      return;
    }
    String text = BLANKS.matcher(raw).replaceAll(" ").replace("\u00AD", "").replace("\u200B", "");
    boolean atStart = wanted > 0 || out.length() == 0 || endsInBlank();
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
    wanted = out.length() == 0 ? 0 : Math.max(wanted, count);
  }

  private void flush() {
    while (wanted > 0 && out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    int there = 0;
    while (there < wanted && there < out.length() && out.charAt(out.length() - 1 - there) == '\n') {
      there++;
    }
    out.append("\n".repeat(Math.max(0, wanted - there)));
    wanted = 0;
  }
}
