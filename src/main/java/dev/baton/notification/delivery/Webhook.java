package dev.baton.notification.delivery;

/**
 * An address of a chat tool or a program that wants to hear.
 *
 * @param code short name, lower case with hyphens
 * @param secret what each delivery is signed with; never shown again
 * @param client code of the client whose it is; null if it is a team's or the desk's own
 * @param team code of the team whose it is; null if it is a client's or the desk's own
 */
public record Webhook(
    String code,
    String url,
    String secret,
    Shape shape,
    String client,
    String team,
    boolean active) {

  Webhook of(String owner) {
    return new Webhook(code, url, secret, shape, owner, team, active);
  }

  /** What its body looks like. */
  public enum Shape {
    /** Our own: event, incident, subject, text. */
    BATON,
    SLACK,
    TEAMS,
    MATTERMOST
  }
}
