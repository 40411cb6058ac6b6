package dev.baton.web;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusedException;

/**
 * There is no such client, service, requester, team, agent, calendar, agreement or version, or the
 * person may not see it.
 */
public class NotFound extends RefusedException {
  private static final long serialVersionUID = 1L;
  private final String kind;

  /**
   * @param kind what was looked for, in one word; it has a text with the key {@code refused.kind}
   */
  public NotFound(String kind, String name) {
    super(
        LocalizableText.of(
            "refused.unknown", LocalizableText.of("refused.kind." + kind, kind), name));
    this.kind = kind;
  }

  /** What was looked for, in one word. */
  String kind() {
    return kind;
  }
}
