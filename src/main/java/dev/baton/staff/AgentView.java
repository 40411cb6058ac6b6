package dev.baton.staff;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * A person who works at the desk; the login is the engine's user id, teams are team codes.
 *
 * @param language the main one
 * @param skills lower-case words, such as {@code cisco}
 * @param languages those they speak beside the main one
 */
public record AgentView(
    String login,
    String name,
    String email,
    ZoneId zone,
    Locale language,
    Set<Role> roles,
    Set<String> teams,
    boolean active,
    Set<String> skills,
    Set<Locale> languages) {

  /** An agent without known skills or further languages. */
  public AgentView(
      String login,
      String name,
      String email,
      ZoneId zone,
      Locale language,
      Set<Role> roles,
      Set<String> teams,
      boolean active) {
    this(login, name, email, zone, language, roles, teams, active, Set.of(), Set.of());
  }
}
