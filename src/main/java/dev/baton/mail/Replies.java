package dev.baton.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/**
 * What a mail adds to those before it: its words without the quotation, answers between quoted
 * lines kept, and without the signature. A forwarded mail belongs to the words.
 */
final class Replies {

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

  private static final int MOST_LINES = 10_000;
  private static final int LONGEST_RULE = 500;

  /** Who quotes does so within these; in the rest of a very long text nobody looks for it. */
  private static final int LONGEST = 200_000;

  private Replies() {}

  static String ofText(String text) {
    if (text.chars().filter(c -> c == '\n').limit(MOST_LINES).count() == MOST_LINES) {
      return text.strip();
    }
    List<String> lines = List.of(text.split("\n", -1));
    List<String> kept = Signatures.without(own(lines));
    String reply = String.join("\n", kept).strip();
    return reply.isEmpty() ? text.strip() : reply;
  }

  static String ofHtml(String html) {
    return ofHtml(HtmlReader.read(html), () -> HtmlText.of(html));
  }

  /**
   * @param html a document of its own, from which it takes away what is quoted
   * @param text the words of this HTML, for a mail that is nothing but a quotation
   */
  static String ofHtml(Document html, Supplier<String> text) {
    String reply = ofText(HtmlText.of(HtmlQuotes.marked(html)));
    return HtmlQuotes.isOnlyMark(reply) ? text.get() : reply;
  }

  static String shorter(String one, String other) {
    return other.length() < one.length() && !other.isBlank() ? other : one;
  }

  private static List<String> own(List<String> lines) {
    List<String> own = new ArrayList<>();
    boolean severalQuoted = lines.stream().filter(Replies::isQuoted).limit(2).count() > 1;
    boolean introduced = false;
    int at = 0;
    int read = 0;
    while (at < lines.size()) {
      ParsingStopped.ifInterrupted();
      String line = lines.get(at);
      read += line.length();
      // A lone line with an arrow in the midst of a text is decoration, two are a quotation.
      if (isQuoted(line)) {
        int end = Quotation.end(lines, at);
        if (introduced || severalQuoted || at == 0 || lines.get(at - 1).isBlank()) {
          at = end;
        } else {
          own.add(line);
          at++;
        }
        continue;
      }
      if (line.length() <= LONGEST_RULE
          && line.chars().anyMatch(Character::isLetter)
          && FORWARDED.matcher(line).matches()
          && !RULE.matcher(line).matches()) {
        own.addAll(lines.subList(at, lines.size()));
        return own;
      }
      QuoteHeader header = read > LONGEST ? null : QuoteHeader.at(lines, at);
      if (header == null) {
        own.add(line);
        at++;
        continue;
      }
      own.add(header.wordsBefore());
      introduced = true;
      at = firstThatIsNotBlank(lines, at + header.lines());
      if (header.endsAll() || at >= lines.size() || !isQuoted(lines.get(at))) {
        withoutRule(own);
        return own;
      }
      if (header.wordsBefore().isEmpty()) {
        own.remove(own.size() - 1);
      }
    }
    return own;
  }

  static boolean isQuoted(String line) {
    return line.stripLeading().startsWith(">");
  }

  private static int firstThatIsNotBlank(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  /** The rule that Outlook draws above the mail that it quotes. */
  private static void withoutRule(List<String> own) {
    while (!own.isEmpty()) {
      String last = own.get(own.size() - 1);
      if (!last.isBlank() && !RULE.matcher(last).matches()) {
        return;
      }
      own.remove(own.size() - 1);
    }
  }
}
