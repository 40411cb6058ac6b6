package dev.baton.intake.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the words of an answer look like, in English and German. It only describes: the decision
 * table says what follows.
 *
 * @param phrases THANKS, PROBLEM, EMPTY or OTHER
 */
record ReplyPhrases(int words, boolean hasQuestion, String phrases) {

  private static final Set<String> THANKS =
      Set.of(
          "thank",
          "thanks",
          "thx",
          "thankyou",
          "cheers",
          "great",
          "perfect",
          "works",
          "working",
          "solved",
          "fixed",
          "resolved",
          "ok",
          "okay",
          "good",
          "fine",
          "awesome",
          "excellent",
          "appreciated",
          "danke",
          "dankeschön",
          "dank",
          "merci",
          "super",
          "prima",
          "perfekt",
          "funktioniert",
          "geht",
          "erledigt",
          "passt",
          "läuft",
          "gelöst",
          "behoben",
          "klasse",
          "bestens",
          "toll");
  private static final Set<String> PROBLEM =
      Set.of(
          "not",
          "cannot",
          "cant",
          "dont",
          "doesnt",
          "didnt",
          "isnt",
          "wont",
          "wasnt",
          "havent",
          "still",
          "but",
          "however",
          "unfortunately",
          "fails",
          "failed",
          "failing",
          "broken",
          "please",
          "need",
          "needs",
          "could",
          "can",
          "when",
          "why",
          "how",
          "reopen",
          "yet",
          "nicht",
          "nichts",
          "kein",
          "keine",
          "keinen",
          "leider",
          "aber",
          "jedoch",
          "noch",
          "kaputt",
          "bitte",
          "brauche",
          "brauchen",
          "können",
          "könnten",
          "könnt",
          "wann",
          "warum",
          "wie",
          "erneut",
          "doch");

  /** Of the part that the sender wrote, without quotation and signature. */
  static ReplyPhrases of(String reply, boolean hasFiles) {
    List<String> words =
        Arrays.stream(
                reply
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("['’`]", "")
                    .replaceAll("noch ?(ein)?mals?\\b", " ")
                    .split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    boolean hasQuestion = reply.indexOf('?') >= 0 || reply.indexOf('？') >= 0;
    return new ReplyPhrases(words.size(), hasQuestion, phrases(words, hasFiles));
  }

  private static String phrases(List<String> words, boolean hasFiles) {
    if (hasFiles) {
      return "OTHER";
    }
    if (words.stream().anyMatch(PROBLEM::contains)) {
      return "PROBLEM";
    }
    if (words.stream().anyMatch(THANKS::contains)) {
      return "THANKS";
    }
    return words.isEmpty() ? "EMPTY" : "OTHER";
  }
}
