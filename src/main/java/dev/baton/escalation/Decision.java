package dev.baton.escalation;

/** The decisions open to a person who was notified; each acts on the incident. */
public enum Decision {
  /** Hand the incident to a team or a person. */
  REASSIGN("reassigned it"),
  /** Let a person help with it. */
  ADD_PERSON("brought in another person"),
  /** Work on it oneself. */
  TAKE_OVER("took it over"),
  /** Change impact and urgency. */
  REPRIORITISE("changed its priority"),
  /** Write to the client. */
  TELL_CLIENT("told the client"),
  /** Nothing more is needed. */
  STAND_DOWN("stood down");

  private final String words;

  Decision(String words) {
    this.words = words;
  }

  /** As it stands in a sentence after the person's name. */
  public String words() {
    return words;
  }
}
