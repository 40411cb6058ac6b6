package dev.baton.sla.agreement;

/** What is promised on an incident. */
public enum ObligationKind {
  /** A first answer by a person. */
  RESPONSE("response"),
  /** The end of the disruption. */
  RESOLUTION("resolution"),
  /** News, again and again, until it is over. */
  UPDATE("update");

  private final String words;

  ObligationKind(String words) {
    this.words = words;
  }

  /** As it stands in a sentence. */
  public String words() {
    return words;
  }
}
