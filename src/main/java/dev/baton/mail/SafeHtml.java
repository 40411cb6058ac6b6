package dev.baton.mail;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.owasp.html.AttributePolicy;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * HTML of strangers made safe to show: nothing runs, nothing is loaded from elsewhere, nothing
 * leaves its place or looks like ours. Pictures stay only if the mail carries them ({@code cid:});
 * others become links; links open apart and tell nothing of where they were.
 */
final class SafeHtml {

  private static final Set<String> UNWANTED =
      Set.of(
          "head",
          "script",
          "style",
          "link",
          "meta",
          "base",
          "title",
          "iframe",
          "frame",
          "frameset",
          "noframes",
          "object",
          "embed",
          "applet",
          "param",
          "svg",
          "math",
          "noscript",
          "template",
          "video",
          "audio",
          "source",
          "track",
          "canvas",
          "input",
          "button",
          "select",
          "textarea",
          "option",
          "keygen",
          "xmp",
          "plaintext",
          "noembed",
          "listing",
          "marquee",
          "bgsound",
          "portal",
          "dialog",
          "slot",
          "xml");
  private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:|tel:)[^\\s].*");
  private static final Pattern CARRIED = Pattern.compile("(?i)cid:[^\\s\"'<>]+");

  private static final Pattern REMOTE = Pattern.compile("(?i)https?://.");

  private static final List<String> STYLES =
      List.of(
          "background-color",
          "border",
          "border-bottom",
          "border-collapse",
          "border-color",
          "border-left",
          "border-right",
          "border-spacing",
          "border-style",
          "border-top",
          "border-width",
          "color",
          "direction",
          "font-family",
          "font-size",
          "font-style",
          "font-weight",
          "line-height",
          "list-style-type",
          "padding",
          "padding-bottom",
          "padding-left",
          "padding-right",
          "padding-top",
          "text-align",
          "text-decoration",
          "text-indent",
          "vertical-align",
          "white-space");

  private static final AttributePolicy LINKS =
      (element, attribute, value) -> LINK.matcher(value.strip()).matches() ? value.strip() : null;
  private static final AttributePolicy PICTURES =
      (element, attribute, value) ->
          CARRIED.matcher(value.strip()).matches() ? value.strip() : null;

  private static final PolicyFactory POLICY = policy();

  private SafeHtml() {}

  static String of(String html) {
    return of(HtmlReader.read(html));
  }

  /** Of a document, from which it takes away what must not be shown. */
  static String of(Document document) {
    HtmlRemoval.named(UNWANTED, document);
    HiddenElements.remove(document);
    HtmlRemoval.of(document.select("img").stream().filter(SafeHtml::hasNothingToShow).toList());
    document.select("img").forEach(SafeHtml::withoutLoading);
    return POLICY.sanitize(document.body().html()).strip();
  }

  /** A picture from elsewhere would tell that the mail was read: it becomes a link or its words. */
  private static void withoutLoading(Element picture) {
    String from = picture.attr("src").strip();
    if (CARRIED.matcher(from).matches()) {
      return;
    }
    String words = picture.attr("alt").strip();
    if (becomesLink(picture, from)) {
      Element link = new Element("a").attr("href", from);
      link.appendText("[" + (words.isEmpty() ? "picture" : words) + "]");
      picture.replaceWith(link);
    } else {
      picture.replaceWith(new TextNode("[" + words + "]"));
    }
  }

  private static boolean hasNothingToShow(Element picture) {
    String from = picture.attr("src").strip();
    return picture.attr("alt").isBlank()
        && !CARRIED.matcher(from).matches()
        && !becomesLink(picture, from);
  }

  private static boolean becomesLink(Element picture, String from) {
    boolean remote = REMOTE.matcher(from).lookingAt();
    return remote && !isTiny(picture) && picture.closest("a") == null;
  }

  /** Made to count readers. */
  private static boolean isTiny(Element picture) {
    return picture.attr("width").matches("[0-3](px)?")
        || picture.attr("height").matches("[0-3](px)?");
  }

  private static PolicyFactory policy() {
    return new HtmlPolicyBuilder()
        .allowElements(
            "p",
            "div",
            "span",
            "br",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "b",
            "strong",
            "i",
            "em",
            "u",
            "s",
            "strike",
            "del",
            "ins",
            "small",
            "big",
            "sub",
            "sup",
            "code",
            "pre",
            "tt",
            "kbd",
            "samp",
            "var",
            "cite",
            "q",
            "dfn",
            "abbr",
            "acronym",
            "address",
            "blockquote",
            "center",
            "font",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "caption",
            "colgroup",
            "col",
            "figure",
            "figcaption",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "aside",
            "mark",
            "bdi",
            "bdo",
            "wbr",
            "details",
            "summary",
            "ruby",
            "rt",
            "rp",
            "time")
        .allowElements(
            (element, attributes) -> {
              if (attributes.contains("href")) {
                attributes.addAll(
                    List.of("target", "_blank", "rel", "noopener noreferrer nofollow"));
              }
              return "a";
            },
            "a")
        .allowElements((element, attributes) -> attributes.contains("src") ? "img" : null, "img")
        .allowWithoutAttributes("span", "font", "a")
        .allowUrlProtocols("http", "https", "mailto", "tel", "cid")
        .allowAttributes("href")
        .matching(LINKS)
        .onElements("a")
        .allowAttributes("src")
        .matching(PICTURES)
        .onElements("img")
        .allowAttributes("alt", "title")
        .globally()
        .allowAttributes("dir", "lang")
        .globally()
        .allowAttributes("align", "valign", "bgcolor", "color", "width", "height")
        .matching(Pattern.compile("[A-Za-z0-9#%.-]{1,30}"))
        .globally()
        .allowAttributes(
            "colspan", "rowspan", "span", "border", "cellpadding", "cellspacing", "start")
        .matching(Pattern.compile("[0-9]{1,4}"))
        .globally()
        .allowAttributes("face", "size")
        .matching(Pattern.compile("[A-Za-z0-9 ,+-]{1,80}"))
        .onElements("font")
        .allowStyling(CssSchema.withProperties(STYLES))
        .toFactory();
  }
}
