package dev.baton.sla;

/** Finds terms by where they are stored. What is published never changes, so it may be kept. */
interface AgreedTerms {

  /**
   * @throws IllegalStateException when the version is not stored
   */
  Terms terms(Terms.Key key);
}
