package dev.baton.sla.agreement;

/** What is promised on an incident. */
public enum ObligationKind {
  /** A first response by a person. */
  RESPONSE("response"),
  /** The end of the disruption. */
  RESOLUTION("resolution"),
  /** Regular updates until the incident is resolved. */
  UPDATE("update");

  private final String words;

  ObligationKind(String words) {
    this.words = words;
  }

  /** The kind as it appears in a sentence. */
  public String words() {
    return words;
  }
}
