package dev.baton.mail;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Marks what HTML mails quote, so that it reads as in plain text: what programs set apart with
 * their own classes and ids becomes two quoted lines.
 */
final class HtmlQuotes {

  private static final String MARK = "> \u2026";

  /** Boxes that hold a quotation and nothing else. */
  private static final String BOXES =
      "div.gmail_quote, div.gmail_quote_container, blockquote[type=cite], div.yahoo_quoted,"
          + " div.zmail_extra, div#OLK_SRC_BODY_SECTION, span#OLK_SRC_BODY_SECTION,"
          + " div.tutanota_quote, blockquote.tutanota_quote, div.protonmail_quote,"
          + " blockquote.protonmail_quote, div#yahoo_quoted, div.moz-forward-container >"
          + " blockquote, div[name=messageReplySection], div.ms-outlook-mobile-reference-message,"
          + " div#mail-editor-reference-message-container, div#reply-intro,"
          + " blockquote#isReplyContent";

  /** From here on all is quoted. */
  private static final String BEGINNINGS =
      "#divRplyFwdMsg, #x_divRplyFwdMsg, #appendonsend, div[id$=appendonsend], hr#stopSpelling,"
          + " hr[id=zwchr], #stopSpelling";

  private static final String SIGNATURES =
      ".gmail_signature, .moz-signature, #Signature, #ms-outlook-mobile-signature,"
          + " #AppleMailSignature, div[data-smartmail=gmail_signature]";

  private HtmlQuotes() {}

  static Document marked(Document document) {
    HtmlRemoval.of(document.select(SIGNATURES));
    boolean any = false;
    for (Element start : document.select(BEGINNINGS)) {
      any |= cutFrom(start, document);
    }
    for (Element box : document.select(BOXES)) {
      if (box.parent() != null && !isForwarded(box)) {
        mark(box);
        any = true;
      }
    }
    for (Element rule : document.select("div[style]")) {
      if (rule.parent() != null && isOutlookRule(rule)) {
        any |= cutFrom(rule, document);
      }
    }
    if (!any) {
      lastBlockquote(document);
    }
    return document;
  }

  static boolean isOnlyMark(String reply) {
    return reply.replace(MARK, "").isBlank();
  }

  private static boolean isForwarded(Element box) {
    String words = HtmlWords.first(box, 200).strip().toLowerCase(Locale.ROOT);
    return words.matches("(?s)-+ ?(forwarded message|weitergeleitete nachricht|message transf).*");
  }

  /** The line that Outlook draws above From, Sent, To and Subject. */
  private static boolean isOutlookRule(Element element) {
    String style = element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    boolean line =
        style.contains("border-top:solid#")
            || style.contains("border-top:1ptsolid")
            || style.contains("border-top:solidwindowtext");
    if (!line) {
      return false;
    }
    String words = HtmlWords.first(element, 2_000);
    return words.contains(":") && words.contains("@") || words.matches("(?s).*:.*:.*:.*");
  }

  private static void lastBlockquote(Document document) {
    List<Element> outer =
        document.select("blockquote").stream()
            .filter(quote -> quote.parent() == null || quote.parent().closest("blockquote") == null)
            .filter(quote -> !quote.hasClass("gmail_quote"))
            .toList();
    if (!outer.isEmpty()) {
      mark(outer.get(outer.size() - 1));
    }
  }

  private static Element box() {
    Element box = new Element("p").appendText(MARK);
    box.appendElement("br");
    return box.appendText(MARK);
  }

  private static void mark(Element quoted) {
    quoted.replaceWith(box());
  }

  /** Removes an element and all that comes behind it in the document. */
  private static boolean cutFrom(Element start, Document document) {
    if (start.parent() == null) {
      return false;
    }
    Element at = start;
    while (at != null && at != document.body()) {
      HtmlRemoval.behind(at);
      at = at.parent();
    }
    Element before = start.previousElementSibling();
    if (before != null && before.normalName().equals("hr")) {
      before.remove();
    }
    start.remove();
    return true;
  }
}
