package dev.baton.major;

/** What somebody does in a major incident beside its lead. */
public enum MajorRole {
  /** Words the updates and speaks to the client. */
  COMMUNICATIONS,
  /** Leads the search for the cause. */
  TECHNICAL,
  /** Writes down what is decided and when. */
  SCRIBE,
  /** Is told of the major incident and of each update, and does nothing else. */
  STAKEHOLDER;

  /** Whether several people can have it at once. */
  public boolean isOfSeveral() {
    return this == STAKEHOLDER;
  }
}
