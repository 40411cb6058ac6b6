package dev.baton.sla.agreement;

/** Finds terms by where they are stored. What is published never changes, so it may be kept. */
public interface TermsLookup {

  /**
   * @throws IllegalStateException when the version is not stored
   */
  Terms terms(Terms.Key key);
}
