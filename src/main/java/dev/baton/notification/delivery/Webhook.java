package dev.baton.notification.delivery;

/**
 * A URL of a chat tool or program that receives notifications.
 *
 * @param code short name, lower case with hyphens
 * @param secret the key that signs each delivery; never shown again
 * @param client code of the client that owns it; null if a team or the desk owns it
 * @param team code of the team that owns it; null if a client or the desk owns it
 */
public record Webhook(
    String code,
    String url,
    String secret,
    Shape shape,
    String client,
    String team,
    boolean active) {

  /** The format of the body. */
  public enum Shape {
    /** Baton's own format: event, incident, subject, text. */
    BATON,
    SLACK,
    TEAMS,
    MATTERMOST
  }
}
