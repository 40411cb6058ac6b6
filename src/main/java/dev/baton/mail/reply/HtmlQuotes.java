package dev.baton.mail.reply;

import dev.baton.mail.html.ElementRemoval;
import dev.baton.mail.html.HtmlExcerpt;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Replaces quoted text in HTML by two quoted lines, so that it can be handled like plain text. Mail
 * programs mark it by their own classes and ids.
 */
final class HtmlQuotes {

  private static final String MARK = "> \u2026";

  /** Elements that contain quoted text only. */
  private static final String QUOTE_ELEMENTS =
      "div.gmail_quote, div.gmail_quote_container, blockquote[type=cite], div.yahoo_quoted,"
          + " div.zmail_extra, div#OLK_SRC_BODY_SECTION, span#OLK_SRC_BODY_SECTION,"
          + " div.tutanota_quote, blockquote.tutanota_quote, div.protonmail_quote,"
          + " blockquote.protonmail_quote, div#yahoo_quoted, div.moz-forward-container >"
          + " blockquote, div[name=messageReplySection], div.ms-outlook-mobile-reference-message,"
          + " div#mail-editor-reference-message-container, div#reply-intro,"
          + " blockquote#isReplyContent";

  /** Everything from these elements on is quoted. */
  private static final String QUOTE_STARTS =
      "#divRplyFwdMsg, #x_divRplyFwdMsg, #appendonsend, div[id$=appendonsend], hr#stopSpelling,"
          + " hr[id=zwchr], #stopSpelling";

  private static final String SIGNATURES =
      ".gmail_signature, .moz-signature, #Signature, #ms-outlook-mobile-signature,"
          + " #AppleMailSignature, div[data-smartmail=gmail_signature]";

  private HtmlQuotes() {}

  static Document mark(Document document) {
    ElementRemoval.of(document.select(SIGNATURES));
    boolean any = false;
    for (Element start : document.select(QUOTE_STARTS)) {
      any |= removeFrom(start, document);
    }
    for (Element quote : document.select(QUOTE_ELEMENTS)) {
      if (quote.parent() != null && !isForwarded(quote)) {
        mark(quote);
        any = true;
      }
    }
    for (Element rule : document.select("div[style]")) {
      if (rule.parent() != null && isOutlookRule(rule)) {
        any |= removeFrom(rule, document);
      }
    }
    if (!any) {
      lastBlockquote(document);
    }
    return document;
  }

  static boolean isMarkOnly(String reply) {
    return reply.replace(MARK, "").isBlank();
  }

  private static boolean isForwarded(Element quote) {
    String words = HtmlExcerpt.first(quote, 200).strip().toLowerCase(Locale.ROOT);
    return words.matches("(?s)-+ ?(forwarded message|weitergeleitete nachricht|message transf).*");
  }

  /** Outlook draws a line above From, Sent, To and Subject. */
  private static boolean isOutlookRule(Element element) {
    String style = element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    boolean line =
        style.contains("border-top:solid#")
            || style.contains("border-top:1ptsolid")
            || style.contains("border-top:solidwindowtext");
    if (!line) {
      return false;
    }
    String words = HtmlExcerpt.first(element, 2_000);
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

  /** Removes an element and everything after it in the document. */
  private static boolean removeFrom(Element start, Document document) {
    if (start.parent() == null) {
      return false;
    }
    Element at = start;
    while (at != null && at != document.body()) {
      ElementRemoval.after(at);
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
