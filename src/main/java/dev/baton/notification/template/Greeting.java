package dev.baton.notification.template;

import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises the greeting with which a text begins, in English and in German. */
final class Greeting {

  private static final Pattern FIRST_WORDS =
      Pattern.compile(
          "(?:dear|hello|hi|hey|greetings|good (?:morning|afternoon|evening|day)"
              + "|hallo|moin(?: moin)?|servus|grüezi|hoi|liebe[rs]?|sehr geehrte[rs]?|werte[rs]?"
              + "|guten (?:morgen|tag|abend)|grü(?:ß|ss) (?:gott|dich|euch|sie))"
              + "(?=[\\s,!.:;]|$).*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Greeting() {}

  /** Whether the first line that is not blank greets. */
  static boolean begins(String text) {
    Optional<String> first =
        text == null
            ? Optional.empty()
            : text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst();
    return first.map(line -> FIRST_WORDS.matcher(line).matches()).orElse(false);
  }
}
