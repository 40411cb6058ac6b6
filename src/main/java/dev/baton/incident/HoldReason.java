package dev.baton.incident;

/** The person or thing that work is waiting for. */
public enum HoldReason {
  REQUESTER("requester"),
  SUPPLIER("supplier"),
  PROBLEM("problem"),
  CHANGE("change");

  private final String words;

  HoldReason(String words) {
    this.words = words;
  }

  /** As it stands in a sentence. */
  public String words() {
    return words;
  }
}
