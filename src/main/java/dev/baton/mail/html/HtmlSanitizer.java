package dev.baton.mail.html;

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
 * Makes HTML from outside safe to display: no scripts, no remote content, no styles that could
 * cover or imitate our pages. Images stay only if attached ({@code cid:}); others become links.
 * Links open in a new tab without a referrer.
 */
public final class HtmlSanitizer {

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
  private static final Pattern ATTACHED = Pattern.compile("(?i)cid:[^\\s\"'<>]+");

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
  private static final AttributePolicy IMAGES =
      (element, attribute, value) ->
          ATTACHED.matcher(value.strip()).matches() ? value.strip() : null;

  private static final PolicyFactory POLICY = policy();

  private HtmlSanitizer() {}

  public static String of(String html) {
    return of(HtmlReader.parse(html));
  }

  /** Sanitizes a document. Removes elements from the document. */
  public static String of(Document document) {
    ElementRemoval.named(UNWANTED, document);
    HiddenElements.remove(document);
    ElementRemoval.of(
        document.select("img").stream().filter(HtmlSanitizer::hasNothingToShow).toList());
    document.select("img").forEach(HtmlSanitizer::replaceIfRemote);
    return POLICY.sanitize(document.body().html()).strip();
  }

  /** Replaces a remote image, which would report that the mail was read, by a link or its text. */
  private static void replaceIfRemote(Element image) {
    String from = image.attr("src").strip();
    if (ATTACHED.matcher(from).matches()) {
      return;
    }
    String alt = image.attr("alt").strip();
    if (becomesLink(image, from)) {
      Element link = new Element("a").attr("href", from);
      link.appendText("[" + (alt.isEmpty() ? "picture" : alt) + "]");
      image.replaceWith(link);
    } else {
      image.replaceWith(new TextNode("[" + alt + "]"));
    }
  }

  private static boolean hasNothingToShow(Element image) {
    String from = image.attr("src").strip();
    return image.attr("alt").isBlank()
        && !ATTACHED.matcher(from).matches()
        && !becomesLink(image, from);
  }

  private static boolean becomesLink(Element image, String from) {
    boolean remote = REMOTE.matcher(from).lookingAt();
    return remote && !isTrackingPixel(image) && image.closest("a") == null;
  }

  /** A tracking pixel. */
  private static boolean isTrackingPixel(Element image) {
    return image.attr("width").matches("[0-3](px)?") || image.attr("height").matches("[0-3](px)?");
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
        .matching(IMAGES)
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
