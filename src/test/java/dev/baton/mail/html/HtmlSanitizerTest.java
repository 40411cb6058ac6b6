package dev.baton.mail.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlSanitizerTest {

  private static final Set<String> HARMLESS_ATTRIBUTES =
      Set.of(
          "href",
          "src",
          "alt",
          "title",
          "dir",
          "lang",
          "align",
          "valign",
          "bgcolor",
          "color",
          "width",
          "height",
          "colspan",
          "rowspan",
          "span",
          "border",
          "cellpadding",
          "cellspacing",
          "start",
          "face",
          "size",
          "style",
          "target",
          "rel");
  private static final Set<String> HARMFUL_ELEMENTS =
      Set.of(
          "script",
          "style",
          "iframe",
          "frame",
          "frameset",
          "object",
          "embed",
          "applet",
          "form",
          "input",
          "button",
          "select",
          "textarea",
          "meta",
          "link",
          "base",
          "svg",
          "math",
          "video",
          "audio",
          "source",
          "template",
          "noscript",
          "title",
          "marquee",
          "dialog",
          "xmp",
          "plaintext",
          "isindex",
          "bgsound",
          "layer",
          "portal",
          "slot",
          "canvas");

  /** Attacks are separated by lines of {@code %%}, so that one may span several lines. */
  static Stream<String> attacks() throws IOException {
    try (InputStream in = HtmlSanitizerTest.class.getResourceAsStream("/mail/attacks.txt")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(all.split("\n%%\n")).map(String::strip).filter(each -> !each.isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void removesScriptsAndRemoteContent(String attack) {
    String once = HtmlSanitizer.of(attack);
    assertHarmless(once);
    assertHarmless(HtmlSanitizer.of(once));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void isHarmlessToAnotherParserToo(String attack) {
    String safe = HtmlSanitizer.of("<div><table><tr><td>" + attack + "</td></tr></table></div>");
    assertHarmless("<body>" + safe + "</body>");
    assertHarmless(Jsoup.parse(safe).body().html());
    assertHarmless("<p title='" + "'>" + safe + "</p>");
  }

  private static void assertHarmless(String html) {
    Document document = Jsoup.parse(html);
    for (Element element : document.body().getAllElements()) {
      assertThat(HARMFUL_ELEMENTS).as(html).doesNotContain(element.normalName());
      for (Attribute attribute : element.attributes()) {
        assertHarmless(html, element, attribute);
      }
    }
    assertThat(html.toLowerCase(Locale.ROOT)).doesNotContain("<!--", "<![cdata", "<?");
  }

  private static void assertHarmless(String html, Element element, Attribute attribute) {
    String name = attribute.getKey().toLowerCase(Locale.ROOT);
    String value = attribute.getValue().replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
    assertThat(HARMLESS_ATTRIBUTES).as(html).contains(name);
    if (name.equals("src")) {
      assertThat(value).as(html).startsWith("cid:");
    } else if (name.equals("href")) {
      assertThat(value).as(html).matches("(https?://|mailto:|tel:).*");
      assertThat(element.attr("rel")).contains("noopener", "noreferrer", "nofollow");
      assertThat(element.attr("target")).isEqualTo("_blank");
    } else if (name.equals("style")) {
      assertThat(value)
          .as(html)
          .doesNotContain("url(", "expression", "javascript", "@import", "position", "behavior")
          .doesNotContain("-moz-binding", "z-index", "\\", "/*");
    }
  }

  @Test
  void aRemoteImageBecomesALink() {
    assertThat(
            HtmlSanitizer.of(
                "<p>Look: <img src=\"https://example.org/a.png\" alt=\"the error\"></p>"))
        .isEqualTo(
            "<p>Look: <a href=\"https://example.org/a.png\" target=\"_blank\""
                + " rel=\"noopener noreferrer nofollow\">[the error]</a></p>");
  }

  @Test
  void removesTrackingPixels() {
    assertThat(
            HtmlSanitizer.of("Hi<img src=\"https://example.org/t.gif\" width=\"1\" height=\"1\">"))
        .isEqualTo("Hi");
  }

  @Test
  void keepsAttachedImages() {
    assertThat(HtmlSanitizer.of("<img src=\"cid:photo1@example.org\" alt=\"screen\">"))
        .contains("src=\"cid:photo1&#64;example.org\"")
        .contains("alt=\"screen\"");
  }

  @Test
  void keepsFormattingAndTables() {
    String safe =
        HtmlSanitizer.of(
            "<table border=\"1\"><tr><td colspan=\"2\" style=\"color:red;position:fixed\">"
                + "<b>Error</b> 5</td></tr></table><ul><li>one</li></ul>");
    assertThat(safe).contains("<b>Error</b> 5", "color:red", "colspan=\"2\"", "<li>one</li>");
    assertThat(safe).doesNotContain("position");
  }

  @Test
  void removesFormFieldsAndKeepsTheText() {
    String safe = HtmlSanitizer.of("<form action=/x>Sign in<input name=p type=password></form>");
    assertThat(safe).contains("Sign in").doesNotContain("input").doesNotContain("form");
  }

  @Test
  void removesRelativeLinks() {
    assertThat(HtmlSanitizer.of("<a href=\"/logout\">here</a>")).doesNotContain("href");
    assertThat(HtmlSanitizer.of("<a href=\"//evil.example/x\">here</a>")).doesNotContain("href");
  }

  @Test
  void removesHiddenText() {
    assertThat(HtmlSanitizer.of("<div style=\"display:none\">preview</div><p>Hello</p>"))
        .isEqualTo("<p>Hello</p>");
  }

  @Test
  void limitsNesting() {
    String deep = "<div>".repeat(20_000) + "x" + "</div>".repeat(20_000);
    assertThat(HtmlSanitizer.of(deep)).contains("x");
  }
}
