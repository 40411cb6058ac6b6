package dev.baton.notification;

import java.time.ZoneId;
import java.util.Locale;

/**
 * A person to notify of an event.
 *
 * @param name null if unknown
 * @param email null if unknown
 * @param login of the desk's own people; null for the client's
 * @param client code of the client whose incident it is
 * @param team code of the incident's team; null while it has none
 */
public record Recipient(
    Audience audience,
    String name,
    String email,
    String login,
    String client,
    String team,
    Locale language,
    ZoneId zone) {

  /** Identifies the person on every channel; empty if nothing identifies them. */
  public String key() {
    if (login != null) {
      return login;
    }
    return email == null ? "" : email;
  }
}
