package dev.baton.mail.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Removes signatures from the end of a text: after "-- ", mailing list footers, and lines that
 * phones and programs add. Names and greetings belong to the reply and stay.
 */
final class Signatures {

  private static final int MAX_SIGNATURE_LINES = 30;
  private static final Pattern DASHES = Pattern.compile("^(--|\u2014|-- -)\\s*$");
  private static final Pattern FOOTER = Pattern.compile("^\\s*_{8,}\\s*$");
  private static final Pattern DASHED_NAME =
      Pattern.compile(
          "^\\s?[-\u2013\u2014]{1,2}\\s?\\p{Lu}[\\p{L}.'-]*( \\p{Lu}[\\p{L}.'-]*){0,2}\\s*$");
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?iu)^\\W*(sent (from|via|with|on|using) my (\\w++[ '\u2019()-]*+){1,5}|sent"
              + " (from|via|with|using) (the"
              + " )?(iphone|ipad|android|samsung|galaxy|outlook|mail|yahoo"
              + "|aol|gmail|blackberry|huawei|nokia|proton\\w*|surface|windows|tutanota|tuta|htc|xperia|mobile"
              + "|spark|mailbird|zoho|bluemail|airmail|phone|thunderbird|fastmail|hey|nine|acompli)\\b.{0,60}|get"
              + " outlook for \\w+.*|(von|mit) (meinem|meiner|mein) .{2,40} gesendet|gesendet"
              + " (von|mit|\u00fcber) .{2,60}|von unterwegs gesendet|(diese nachricht wurde )?von"
              + " meinem .{2,40} (gesendet|gesandt)|envoy\u00e9 (de|depuis|\u00e0 partir de|avec)"
              + " .{2,60}|(enviado|enviada) (desde|do|de|a partir do|pelo) (mi|meu|my)?"
              + " ?.{2,40}|inviato (da|dal|con|dalla) .{2,40}|(verstuurd|verzonden) (vanaf|met|via)"
              + " .{2,40}|wys\u0142an[eoy] (z|ze|za) .{2,40}|(sendt|skickat|skickades)"
              + " (fra|fr\u00e5n|med) .{2,40}|l\u00e4hetetty"
              + " .{2,40}|(\u043e\u0442\u043f\u0440\u0430\u0432\u043b\u0435\u043d\u043e"
              + " (\u0441|\u0438\u0437)|\u043e\u0442\u043e\u0441\u043b\u0430\u043d\u043e)"
              + " .{2,40}|\u53d1\u81ea\u6211\u7684.{0,20}|\u5f9e\u6211\u7684.{0,20}|.{0,12}\\s?\u304b\u3089\u9001\u4fe1|(\ub098\uc758|\ub0b4)"
              + " .{1,20}(\uc5d0\uc11c|\ub85c\ubd80\ud130)"
              + " (\ubcf4\ub0c4|\ubcf4\ub0b8.*))\\.?\\W*$");

  private Signatures() {}

  static List<String> remove(List<String> lines) {
    List<String> kept = new ArrayList<>(lines);
    int firstText = 0;
    while (firstText < lines.size() && lines.get(firstText).isBlank()) {
      firstText++;
    }
    int length;
    do {
      length = kept.size();
      trim(kept);
      removeFrom(kept, DASHES, firstText);
      removeFrom(kept, FOOTER, firstText);
      removeLastLine(kept);
    } while (kept.size() < length);
    return kept;
  }

  private static void removeFrom(List<String> lines, Pattern mark, int firstText) {
    for (int i = Math.max(0, lines.size() - MAX_SIGNATURE_LINES); i < lines.size(); i++) {
      if (i > firstText && mark.matcher(lines.get(i)).matches()) {
        lines.subList(i, lines.size()).clear();
        return;
      }
    }
  }

  private static void removeLastLine(List<String> lines) {
    if (lines.size() < 2) {
      return;
    }
    String last = lines.get(lines.size() - 1);
    boolean apart = lines.get(lines.size() - 2).isBlank();
    boolean program = last.length() < 120 && PROGRAM.matcher(last).matches();
    if (program || apart && DASHED_NAME.matcher(last).matches()) {
      lines.remove(lines.size() - 1);
    }
  }

  private static void trim(List<String> lines) {
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
      lines.remove(lines.size() - 1);
    }
  }
}
