package dev.baton.mail.reply;

import dev.baton.mail.html.HtmlReader;
import dev.baton.mail.html.HtmlToText;
import dev.baton.mail.mime.Interruption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/**
 * Extracts what the sender wrote: without quoted text and signature, but with answers between
 * quoted lines. A forwarded message is part of the reply.
 */
public final class ReplyExtractor {

  private static final Pattern FORWARDED =
      Pattern.compile(
          "(?iu)^\\W*(begin forwarded message|forwarded message|forwarded by|weitergeleitete"
              + " nachricht|anfang der weitergeleiteten (nachricht|e-mail)|message"
              + " transf\u00e9r\u00e9|d\u00e9but du message"
              + " (transf\u00e9r\u00e9|r\u00e9exp\u00e9di\u00e9)|mensaje reenviado|inicio del"
              + " mensaje reenviado|messaggio inoltrato|inizio messaggio inoltrato|doorgestuurd"
              + " bericht|begin doorgestuurd bericht|videresendt"
              + " (melding|meddelelse)|vidarebefordrat meddelande|mensagem"
              + " (encaminhada|reenviada)|przekazana"
              + " wiadomo\u015b\u0107|\u043f\u0435\u0440\u0435\u0441\u043b\u0430\u043d\u043d\u043e\u0435"
              + " \u0441\u043e\u043e\u0431\u0449\u0435\u043d\u0438\u0435|\u8f6c\u53d1\u90ae\u4ef6|\u8f6c\u53d1\u7684\u90ae\u4ef6|\u8f49\u5bc4\u7684\u90f5\u4ef6|\u8ee2\u9001\u30e1\u30c3\u30bb\u30fc\u30b8|\uc804\ub2ec\ub41c"
              + " \uba54\uc2dc\uc9c0)\\W*$");
  private static final Pattern RULE = Pattern.compile("^[\\s*]*([-_\u2014=]{3,}|\u2014)[\\s*]*$");

  private static final int MAX_LINES = 10_000;
  private static final int MAX_RULE_LENGTH = 500;

  /** Quote headers are searched up to this position only. */
  private static final int MAX_QUOTE_HEADER_POSITION = 200_000;

  private ReplyExtractor() {}

  public static String ofText(String text) {
    if (text.chars().filter(c -> c == '\n').limit(MAX_LINES).count() == MAX_LINES) {
      return text.strip();
    }
    List<String> lines = List.of(text.split("\n", -1));
    List<String> kept = Signatures.remove(withoutQuotes(lines));
    String reply = String.join("\n", kept).strip();
    return reply.isEmpty() ? text.strip() : reply;
  }

  public static String ofHtml(String html) {
    return ofHtml(HtmlReader.parse(html), () -> HtmlToText.of(html));
  }

  /**
   * @param html is modified: quoted text is removed
   * @param text the text of this HTML, for a mail that consists of quoted text only
   */
  public static String ofHtml(Document html, Supplier<String> text) {
    String reply = ofText(HtmlToText.of(HtmlQuotes.mark(html)));
    return HtmlQuotes.isMarkOnly(reply) ? text.get() : reply;
  }

  public static String shorter(String one, String other) {
    return other.length() < one.length() && !other.isBlank() ? other : one;
  }

  private static List<String> withoutQuotes(List<String> lines) {
    List<String> kept = new ArrayList<>();
    boolean severalQuoted = lines.stream().filter(ReplyExtractor::isQuoted).limit(2).count() > 1;
    boolean introduced = false;
    int at = 0;
    int read = 0;
    while (at < lines.size()) {
      Interruption.check();
      String line = lines.get(at);
      read += line.length();
      // A single ">" line in the middle of a text is decoration; two are a quotation.
      if (isQuoted(line)) {
        int end = QuotedBlock.endOf(lines, at);
        if (introduced || severalQuoted || at == 0 || lines.get(at - 1).isBlank()) {
          at = end;
        } else {
          kept.add(line);
          at++;
        }
        continue;
      }
      if (line.length() <= MAX_RULE_LENGTH
          && line.chars().anyMatch(Character::isLetter)
          && FORWARDED.matcher(line).matches()
          && !RULE.matcher(line).matches()) {
        kept.addAll(lines.subList(at, lines.size()));
        return kept;
      }
      QuoteHeader header = read > MAX_QUOTE_HEADER_POSITION ? null : QuoteHeader.at(lines, at);
      if (header == null) {
        kept.add(line);
        at++;
        continue;
      }
      kept.add(header.textBefore());
      introduced = true;
      at = skipBlankLines(lines, at + header.lines());
      if (header.quotesRest() || at >= lines.size() || !isQuoted(lines.get(at))) {
        removeTrailingRule(kept);
        return kept;
      }
      if (header.textBefore().isEmpty()) {
        kept.remove(kept.size() - 1);
      }
    }
    return kept;
  }

  static boolean isQuoted(String line) {
    return line.stripLeading().startsWith(">");
  }

  private static int skipBlankLines(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  /** Outlook draws a rule above the message that it quotes. */
  private static void removeTrailingRule(List<String> kept) {
    while (!kept.isEmpty()) {
      String last = kept.get(kept.size() - 1);
      if (!last.isBlank() && !RULE.matcher(last).matches()) {
        return;
      }
      kept.remove(kept.size() - 1);
    }
  }
}
