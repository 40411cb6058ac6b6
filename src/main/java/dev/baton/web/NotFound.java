package dev.baton.web;

/**
 * There is no such client, service, requester, team, agent, calendar, agreement or version, or the
 * person may not see it.
 */
public class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String kind;

  public NotFound(String kind, String name) {
    super("There is no %s '%s'".formatted(kind, name));
    this.kind = kind;
  }

  /** What was looked for, in one word. */
  String kind() {
    return kind;
  }
}
