package dev.baton.desk.template;

import java.time.Instant;
import java.util.Locale;

/**
 * A reply template as a list shows it, with the beginnings of its texts.
 *
 * @param germanName null if it is the same
 * @param owner sign-in name; null unless it is a person's own
 * @param team code; null unless it is a team's
 * @param client code; null unless it is for one client
 * @param english at most {@link #BEGINNING} characters; null if there is no English text
 * @param german at most {@link #BEGINNING} characters; null if there is no German text
 */
public record TemplateSummary(
    long id,
    String name,
    String germanName,
    TemplateScope scope,
    String owner,
    String team,
    String client,
    String english,
    String german,
    Instant changedAt) {

  static final int BEGINNING = 200;

  /** Its name for a reader of this language. */
  public String name(Locale language) {
    return ReplyTemplate.inLanguage(language, name, germanName);
  }

  /** The beginning of the text in this language, or else in the other one. */
  public String begins(Locale language) {
    return ReplyTemplate.inLanguage(language, english, german);
  }
}
