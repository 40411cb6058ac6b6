package dev.baton.sla.agreement;

/**
 * Looks up stored terms by their key. Published versions never change, so results may be cached.
 */
public interface TermsLookup {

  /**
   * @throws IllegalStateException when the version is not stored
   */
  Terms terms(Terms.Key key);
}
