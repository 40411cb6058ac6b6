package dev.baton.incident;

/** How an incident came to its end. */
public enum ResolutionCode {
  FIXED("fixed"),
  WORKAROUND("workaround provided"),
  NOT_REPRODUCIBLE("not reproducible"),
  USER_GUIDANCE("guidance given to the user"),
  NO_FAULT_FOUND("no fault found"),
  DUPLICATE("duplicate"),
  NO_ANSWER("no answer from the requester");

  private final String words;

  ResolutionCode(String words) {
    this.words = words;
  }

  /** As it stands in a sentence. */
  public String words() {
    return words;
  }
}
