package dev.baton.incident;

/** Who or what the work waits for. */
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
