package dev.baton.mail.reply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that introduce quoted text: "On … wrote:", "Original Message" between dashes, or a
 * block of From, Sent, To and Subject.
 *
 * @param lines the number of lines it takes
 * @param textBefore the text before it on its first line
 * @param quotesRest whether everything after it is quoted, even without quote marks
 */
record QuoteHeader(int lines, String textBefore, boolean quotesRest) {

  private static final int MAX_LINES = 6;
  private static final int MAX_LENGTH = 500;

  /** Chinese, Japanese and Korean scripts begin here. */
  private static final char FIRST_CJK = '\u3000';

  private static final String DAY_OR_MONTH =
      "(mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
  private static final Pattern BEGINS =
      Pattern.compile(
          "(?iu)^[\\s*_\"-]*+((on|am|le|el|il|op|w dniu|dnia|den|d\\.|p\u00e5|em|no dia|v\u00e0o|in"
              + " data|\u0432|\u5728|\u65bc|dne|ti|ma|pe)(?!\\p{L})|(mo|di|mi|do|fr|sa|so)[.,]|"
              + DAY_OR_MONTH
              + "|(lun|mar|mi\u00e9|jue|vie|s\u00e1b|dom|gio|ven|sab|pon|wt|\u015br|czw|pt|sob|niedz|tir|ons|tor|fre|l\u00f8r|s\u00f8n|m\u00e5n|tis|l\u00f6r|s\u00f6n|\u043f\u043d|\u0432\u0442|\u0441\u0440|\u0447\u0442|\u043f\u0442|\u0441\u0431|\u0432\u0441)\\w*[.,]{0,2}"
              + " |\\d{1,4}[-/. \u5e74\ub144]).*");
  private static final Pattern MIDLINE =
      Pattern.compile("(?iu)on (?:" + DAY_OR_MONTH + "|\\d{1,4}[-/.])");
  private static final Pattern WROTE_AT_END = Pattern.compile("(?iu)\\b(?:wrote|sent):$");
  private static final Pattern WROTE =
      Pattern.compile(
          "(?iu)\\b(wrote|sent|writes|schrieb|geschrieben|a \u00e9crit|a ecrit|escribi\u00f3|ha"
              + " scritto|scrive|schreef"
              + "|geschreven|napisa\u0142|napisa\u0142a|napisa\u0142\\(a\\)|pisze|skrev|escreveu|\u043d\u0430\u043f\u0438\u0441\u0430\u043b|\u043d\u0430\u043f\u0438\u0441\u0430\u043b\u0430|\u043f\u0438\u0448\u0435\u0442|napsal|napsala|\u00edrta|yazd\u0131|kirjoitti|a"
              + " scris|\u0111\u00e3 vi\u1ebft|\u03ad\u03b3\u03c1\u03b1\u03c8\u03b5)(?![\\p{L}])");
  private static final Pattern WROTE_CJK =
      Pattern.compile(
          "\u5199\u9053|\u5beb\u9053|\u66f8\u304d\u307e\u3057\u305f|\u306e\u30e1\u30c3\u30bb\u30fc\u30b8|\u306e\u30e1\u30fc\u30eb|\u4f5c\u6210|\uc791\uc131|\uc4f4|\uc4f0\uae30");
  private static final Pattern CJK_DATE = Pattern.compile(".{1,200}(\u4e8e|\u65bc) ?\\d{4}.{1,80}");
  private static final Pattern WROTE_RULE =
      Pattern.compile(
          "(?iu)^\\s*+-{3,}+.{3,200}\\b(wrote|schrieb|a"
              + " \u00e9crit|escribi\u00f3|skrev)\\s*:?\\s*-{3,}\\s*$");
  private static final Pattern DATED =
      Pattern.compile(
          "(?isu)^[\\s*]*+(\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}\\b|"
              + DAY_OR_MONTH
              + ",? +\\d|(\u043f\u043e\u043d|\u0432\u0442|\u0441\u0440|\u0447\u0435\u0442|\u043f\u044f\u0442|\u0441\u0443\u0431|\u0432\u043e\u0441|\u043f\u043d|\u0447\u0442|\u043f\u0442|\u0441\u0431|\u0432\u0441)\\p{L}*,?"
              + " +\\d|\\d{4}[\u5e74\ub144])");
  private static final Pattern ORIGINAL =
      Pattern.compile(
          "(?iu)^[\\s*]*+[-_=]{2,}+\\s*+(original message|reply message|replied"
              + " message|urspr\u00fcngliche"
              + " (nachricht|mail|e-mail)|original-?nachricht|originalnachricht|message"
              + " d['\u2019]origine|message original|mensaje original|messaggio"
              + " originale|oorspronkelijk bericht|wiadomo\u015b\u0107 oryginalna|oryginalna"
              + " wiadomo\u015b\u0107|oprindelig (meddelelse|besked)|ursprungligt"
              + " meddelande|opprinnelig melding|mensagem"
              + " original|\u0438\u0441\u0445\u043e\u0434\u043d\u043e\u0435"
              + " \u0441\u043e\u043e\u0431\u0449\u0435\u043d\u0438\u0435|p\u016fvodn\u00ed"
              + " zpr\u00e1va|eredeti \u00fczenet|alkuper\u00e4inen viesti|orijinal"
              + " mesaj|\u539f\u59cb\u90ae\u4ef6|\u539f\u59cb\u90f5\u4ef6|\u539f\u90ae\u4ef6|\u5143\u306e\u30e1\u30c3\u30bb\u30fc\u30b8|\uc6d0\ubcf8"
              + " ?\uba54[\uc2dc\uc138]\uc9c0)\\b?[\\s:]*[-_=]{2,}[\\s*]*$");
  private static final Pattern ABOVE_THIS_LINE =
      Pattern.compile(
          "(?iu)^\\W*+(please )?(type|write|enter)? ?(your )?(reply|antwort|respond)[^.]{0,20}"
              + " (above|\u00fcber|oberhalb)( of)? (this|dieser) (line|zeile).*");

  private static final Map<String, String> KEYS = keys();
  private static final Pattern KEY =
      Pattern.compile(
          "^[\\s*|]*+([\\p{L}][\\p{L} .-]{0,18}?)[\\s*]*[:\uff1a]\\s*\\**(.*)$",
          Pattern.UNICODE_CASE);
  private static final Pattern SAME_LINE =
      Pattern.compile("(?iu)^[\\s*]*+(from|von|de)\\s*+:[^@]*+@");
  private static final Pattern SAME_LINE_DATE =
      Pattern.compile("(?iu)\\b(sent|date|gesendet|datum|envoy\u00e9)\\s*+:");

  private static Map<String, String> keys() {
    Map<String, String> keys = new java.util.HashMap<>();
    put(
        keys,
        "from",
        "from",
        "von",
        "de",
        "da",
        "van",
        "od",
        "fra",
        "fr\u00e5n",
        "\u043e\u0442",
        "\u043e\u0442 \u043a\u043e\u0433\u043e",
        "\u53d1\u4ef6\u4eba",
        "\u5bc4\u4ef6\u8005",
        "\u5bc4\u4ef6\u4eba",
        "\u5dee\u51fa\u4eba",
        "\u9001\u4fe1\u8005",
        "\ubcf4\ub0b8 \uc0ac\ub78c",
        "\ubcf4\ub0b8\uc0ac\ub78c",
        "l\u00e4hett\u00e4j\u00e4",
        "felad\u00f3",
        "kimden",
        "exp\u00e9diteur",
        "remitente",
        "mittente",
        "absender");
    put(
        keys,
        "date",
        "sent",
        "date",
        "gesendet",
        "datum",
        "envoy\u00e9",
        "envoy\u00e9 le",
        "enviado",
        "enviado el",
        "fecha",
        "inviato",
        "data",
        "verzonden",
        "wys\u0142ano",
        "sendt",
        "dato",
        "skickat",
        "enviada",
        "enviada em",
        "enviado em",
        "\u043e\u0442\u043f\u0440\u0430\u0432\u043b\u0435\u043d\u043e",
        "\u0434\u0430\u0442\u0430",
        "\u53d1\u9001\u65f6\u95f4",
        "\u65e5\u671f",
        "\u5bc4\u4ef6\u65e5\u671f",
        "\u9001\u4fe1\u65e5\u6642",
        "\u65e5\u6642",
        "\u65e5\u4ed8",
        "\ubcf4\ub0b8 \ub0a0\uc9dc",
        "\ubcf4\ub0b8\ub0a0\uc9dc",
        "\ub0a0\uc9dc",
        "l\u00e4hetetty",
        "elk\u00fcldve",
        "g\u00f6nderilme",
        "odesl\u00e1no",
        "gesendet am");
    put(
        keys,
        "to",
        "to",
        "an",
        "\u00e0",
        "a",
        "para",
        "aan",
        "do",
        "til",
        "till",
        "\u043a\u043e\u043c\u0443",
        "\u6536\u4ef6\u4eba",
        "\u6536\u4ef6\u8005",
        "\u5b9b\u5148",
        "\ubc1b\ub294 \uc0ac\ub78c",
        "\ubc1b\ub294\uc0ac\ub78c",
        "vastaanottaja",
        "c\u00edmzett",
        "kime",
        "komu",
        "pour");
    put(
        keys,
        "cc",
        "cc",
        "kopie",
        "kopia",
        "kopi",
        "dw",
        "copia",
        "\u6284\u9001",
        "\u526f\u672c",
        "\ucc38\uc870",
        "\u043a\u043e\u043f\u0438\u044f",
        "\u043a\u043e\u043f\u0438\u044f:");
    put(
        keys,
        "subject",
        "subject",
        "betreff",
        "objet",
        "asunto",
        "oggetto",
        "onderwerp",
        "temat",
        "emne",
        "\u00e4mne",
        "assunto",
        "\u0442\u0435\u043c\u0430",
        "\u4e3b\u9898",
        "\u4e3b\u65e8",
        "\u4ef6\u540d",
        "\uc81c\ubaa9",
        "aihe",
        "t\u00e1rgy",
        "konu",
        "p\u0159edm\u011bt");
    put(keys, "reply-to", "reply-to", "antwort an", "importance", "priorit\u00e4t");
    return Map.copyOf(keys);
  }

  private static void put(Map<String, String> keys, String kind, String... words) {
    for (String word : words) {
      keys.put(word, kind);
    }
  }

  /** The quote header that begins on this line; null if there is none. */
  static QuoteHeader at(List<String> lines, int at) {
    String line = lines.get(at);
    if (line.isBlank() || line.length() > 2_000) {
      return null;
    }
    if (ORIGINAL.matcher(line).matches() || ABOVE_THIS_LINE.matcher(line).matches()) {
      return new QuoteHeader(1, "", true);
    }
    if (WROTE_RULE.matcher(line).matches()) {
      return new QuoteHeader(1, "", !quotedFollows(lines, at + 1));
    }
    if (isBlock(lines, at) || isBlockOnOneLine(line)) {
      return new QuoteHeader(1, "", true);
    }
    String before = line.length() < MAX_LENGTH ? beforeMidline(line) : null;
    if (before != null && !BEGINS.matcher(line).matches()) {
      return new QuoteHeader(1, before, false);
    }
    int taken = wrote(lines, at);
    return taken > 0 ? new QuoteHeader(taken, "", false) : null;
  }

  private static boolean isBlockOnOneLine(String line) {
    Matcher from = SAME_LINE.matcher(line);
    return from.lookingAt() && SAME_LINE_DATE.matcher(line).find(from.end());
  }

  /** The text before "on … wrote:" on a line that ends with it; null for other lines. */
  private static String beforeMidline(String line) {
    String text = line.stripTrailing();
    Matcher wrote =
        WROTE_AT_END.matcher(text).region(Math.max(0, text.length() - 7), text.length());
    if (!wrote.useTransparentBounds(true).find()) {
      return null;
    }
    Matcher on = MIDLINE.matcher(text);
    while (on.find() && on.start() + 10 <= wrote.start()) {
      String before = text.substring(0, on.start());
      boolean apart = !before.equals(before.stripTrailing()) || before.endsWith("--");
      if (apart && !before.isBlank()) {
        return withoutDashes(before.stripTrailing());
      }
    }
    return null;
  }

  private static String withoutDashes(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '-') {
      end--;
    }
    return end == text.length() ? text : text.substring(0, end).stripTrailing();
  }

  /** At least two different header names on adjacent lines, From or a date first. */
  private static boolean isBlock(List<String> lines, int at) {
    String first = kind(lines.get(at));
    if (first == null || !(first.equals("from") || first.equals("date"))) {
      return false;
    }
    Set<String> kinds = new HashSet<>(Set.of(first));
    int blanks = 0;
    for (int i = at + 1; i < lines.size() && i <= at + 5; i++) {
      String kind = kind(lines.get(i));
      blanks += lines.get(i).isBlank() ? 1 : 0;
      if (blanks > 2) {
        break;
      }
      if (kind != null) {
        kinds.add(kind);
      }
    }
    return kinds.size() >= 2;
  }

  private static String kind(String line) {
    if (line.length() > 1_000) {
      return null;
    }
    Matcher key = KEY.matcher(line);
    return key.matches() ? KEYS.get(key.group(1).strip().toLowerCase(Locale.ROOT)) : null;
  }

  /** The number of lines that "On … wrote:" takes from here; 0 if it does not begin here. */
  private static int wrote(List<String> lines, int at) {
    StringBuilder joined = new StringBuilder();
    for (int taken = 1; taken <= MAX_LINES && at + taken <= lines.size(); taken++) {
      String line = lines.get(at + taken - 1);
      boolean openBracket = joined.lastIndexOf("<") > joined.lastIndexOf(">");
      boolean bracketNext =
          taken == 2 && at + 2 < lines.size() && lines.get(at + 2).strip().startsWith("<");
      if (line.isBlank() && !openBracket && !bracketNext
          || taken > 1 && !openBracket && line.startsWith(">") && !line.contains("wrote")) {
        return 0;
      }
      joined.append(joined.isEmpty() ? "" : " ").append(line.strip());
      if (joined.length() > MAX_LENGTH) {
        return 0;
      }
      if (isWrote(joined.toString(), lines, at + taken, taken == 1 || mayBeShort(lines, at))) {
        return beginsLater(lines, at, taken) ? 0 : taken;
      }
    }
    return 0;
  }

  /** Whether a shorter quote header with the same end begins on a later line. */
  private static boolean beginsLater(List<String> lines, int at, int taken) {
    for (int skip = 1; skip < taken; skip++) {
      String rest = String.join(" ", lines.subList(at + skip, at + taken)).strip();
      boolean dated = hasDigit(rest) && BEGINS.matcher(rest).matches();
      if (dated && isWrote(rest, lines, at + taken, false)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWrote(String joined, List<String> lines, int next, boolean mayBeShort) {
    if (isDatedAddress(joined)) {
      return joined.strip().endsWith(":") || quotedFollows(lines, next);
    }
    if (!endsInColon(joined)) {
      return false;
    }
    boolean address = joined.contains("@");
    boolean introduces =
        (address || hasDigit(joined)) && (BEGINS.matcher(joined).matches() || isCjk(joined))
            || mayBeShort && isShort(joined, address) && quotedFollows(lines, next);
    // Called last: the search tries some thirty words at every character.
    return introduces && saysWrote(joined);
  }

  private static boolean saysWrote(String joined) {
    boolean isCjk = joined.chars().anyMatch(c -> c >= FIRST_CJK);
    return WROTE.matcher(joined).find() || isCjk && WROTE_CJK.matcher(joined).find();
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static boolean isCjk(String joined) {
    boolean mayBe = joined.indexOf('\u4e8e') >= 0 || joined.indexOf('\u65bc') >= 0;
    return mayBe && CJK_DATE.matcher(joined).matches();
  }

  /** Starts with a date and ends with an address in angle brackets. */
  private static boolean isDatedAddress(String joined) {
    String text = joined.stripTrailing();
    int close = text.length() - (text.endsWith(">:") ? 2 : 1);
    int open = close < 0 || text.charAt(close) != '>' ? -1 : text.lastIndexOf('<');
    if (open < 0) {
      return false;
    }
    String address = text.substring(open + 1, close).strip();
    int at = address.indexOf('@', 1);
    boolean whole = at > 0 && at < address.length() - 1 && address.indexOf('>') < 0;
    Matcher dated = DATED.matcher(joined);
    return whole
        && address.chars().noneMatch(Character::isWhitespace)
        && dated.lookingAt()
        && dated.end() <= open;
  }

  /** Ends in a colon, apart from white space and markup for bold text. */
  private static boolean endsInColon(String joined) {
    String text = joined.stripTrailing();
    int end = text.length();
    while (end > 0 && "*_-".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    String plain = text.substring(0, end).stripTrailing();
    return plain.endsWith(":") || plain.endsWith("\uff1a");
  }

  private static boolean mayBeShort(List<String> lines, int at) {
    return at + 1 < lines.size() && lines.get(at + 1).stripLeading().startsWith("<");
  }

  /** "Jane Doe wrote:" and nothing else, or with an address. */
  private static boolean isShort(String joined, boolean address) {
    return joined.length() < 150 && (address || joined.split("\\s+").length <= 6);
  }

  private static boolean quotedFollows(List<String> lines, int from) {
    List<String> next = new ArrayList<>();
    for (int i = from; i < lines.size() && next.isEmpty(); i++) {
      if (!lines.get(i).isBlank()) {
        next.add(lines.get(i));
      }
    }
    return !next.isEmpty() && ReplyExtractor.isQuoted(next.get(0));
  }
}
