package dev.baton.desk.template;

import java.time.Instant;
import java.util.Locale;

/**
 * A text for replies, in English, German or both.
 *
 * @param id 0 for one that is not stored yet
 * @param germanName its name for people who read German; null if it is the same
 * @param owner sign-in name; null unless it is a person's own
 * @param team code; null unless it is a team's
 * @param client code; null unless it is for one client
 * @param english null if there is none; at least one of both exists
 * @param changedBy sign-in name; null for those that came with Baton
 * @param changedAt when it was changed last, in milliseconds; null for one that is not stored yet
 */
public record ReplyTemplate(
    long id,
    String name,
    String germanName,
    TemplateScope scope,
    String owner,
    String team,
    String client,
    String english,
    String german,
    String changedBy,
    Instant changedAt) {

  /** Its name for a reader of this language. */
  public String name(Locale language) {
    return inLanguage(language, name, germanName);
  }

  /** The text in this language, or else in the other one. */
  public String text(Locale language) {
    return inLanguage(language, english, german);
  }

  /** The one for this language if it exists, or else the other one. */
  public static String inLanguage(Locale language, String english, String german) {
    boolean isGerman = language.getLanguage().equals(Locale.GERMAN.getLanguage());
    return english == null || isGerman && german != null ? german : english;
  }
}
