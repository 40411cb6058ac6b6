package dev.baton.notification;

import java.util.Locale;

/**
 * An event that flows may announce and the communication plan may name.
 *
 * @param nameEn as a page says it in English, such as {@code work begun}
 * @param nameDe the same in German
 * @param builtIn whether Baton itself announces it; if so, it cannot be changed or removed
 */
public record RegisteredEvent(
    NotificationEvent code,
    String nameEn,
    String nameDe,
    EventTopic topic,
    EventOccurrence occurrence,
    boolean builtIn) {

  /** The name in this language; in English where there is none. */
  public String name(Locale language) {
    return Locale.GERMAN.getLanguage().equals(language.getLanguage()) ? nameDe : nameEn;
  }
}
