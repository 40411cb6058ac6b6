package dev.baton.desk.template;

import java.util.Locale;

/**
 * The name of a reply template, and who uses it.
 *
 * @param germanName null if it is the same
 * @param owner sign-in name; null unless it is a person's own
 * @param team code; null unless it is a team's
 * @param client code; null unless it is for one client
 */
public record TemplateName(
    long id,
    String name,
    String germanName,
    TemplateScope scope,
    String owner,
    String team,
    String client) {

  /** Its name for a reader of this language. */
  public String name(Locale language) {
    return ReplyTemplate.inLanguage(language, name, germanName);
  }
}
