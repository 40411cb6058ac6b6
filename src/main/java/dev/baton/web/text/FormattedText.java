package dev.baton.web.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;
import org.springframework.web.util.HtmlUtils;

/**
 * What people of the desk write, as HTML: bold, italics, lists, links, code and quotations of
 * CommonMark. Everything else is text as it was typed, with its line breaks: a line of dashes is no
 * heading, and tags are shown and do nothing. Pictures from elsewhere are never loaded.
 */
public final class FormattedText {

  private static final int DEEPEST = 10;
  private static final Pattern WEB =
      Pattern.compile("(?:https?|mailto|tel):", Pattern.CASE_INSENSITIVE);

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(AutolinkExtension.create()))
          .enabledBlockTypes(
              Set.of(
                  ListBlock.class,
                  BlockQuote.class,
                  FencedCodeBlock.class,
                  IndentedCodeBlock.class))
          .maxOpenBlockParsers(DEEPEST)
          .customInlineContentParserFactory(new LiteralSigns())
          .postProcessor(FormattedText::simplified)
          .build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .softbreak("<br>")
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new WebLinks())
          .attributeProviderFactory(context -> FormattedText::attributes)
          .build();

  private FormattedText() {}

  /**
   * Safe HTML of blocks.
   *
   * @param text as it was typed; null gives none
   */
  public static String html(String text) {
    if (text == null) {
      return "";
    }
    try {
      return RENDERER.render(PARSER.parse(text));
    } catch (StackOverflowError e) {
      return "<p>" + HtmlUtils.htmlEscape(text) + "</p>"; // nested by thousands, which nobody types
    }
  }

  private static void attributes(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Link) {
      attributes.put("target", "_blank");
      attributes.put("rel", "noopener noreferrer nofollow");
    }
  }

  /** Pictures become their words; a star alone, as in 2*3*4, is no format. */
  private static Node simplified(Node document) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Image image) {
            visitChildren(image);
            replace(image, null);
          }

          @Override
          public void visit(Emphasis emphasis) {
            visitChildren(emphasis);
            if ("*".equals(emphasis.getOpeningDelimiter())) {
              replace(emphasis, "*");
            }
          }
        });
    return document;
  }

  private static void replace(Node node, String sign) {
    if (sign != null) {
      node.insertBefore(new Text(sign));
    }
    for (Node each = node.getFirstChild(); each != null; each = node.getFirstChild()) {
      node.insertBefore(each);
    }
    if (sign != null) {
      node.insertBefore(new Text(sign));
    }
    node.unlink();
  }

  /** A backslash belongs to a path, and an ampersand to a name: they escape nothing. */
  private static final class LiteralSigns implements InlineContentParserFactory {

    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('\\', '&');
    }

    @Override
    public InlineContentParser create() {
      return state -> {
        char sign = state.scanner().peek();
        state.scanner().next();
        return ParsedInline.of(new Text(String.valueOf(sign)), state.scanner().position());
      };
    }
  }

  /** Links lead to the web, to a mailbox or to a telephone. */
  private static final class WebLinks implements UrlSanitizer {

    @Override
    public String sanitizeLinkUrl(String url) {
      return WEB.matcher(url.strip()).lookingAt() ? url.strip() : "";
    }

    @Override
    public String sanitizeImageUrl(String url) {
      return "";
    }
  }
}
