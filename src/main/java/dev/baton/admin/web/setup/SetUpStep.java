package dev.baton.admin.web.setup;

import dev.baton.web.text.LocalizableText;

/**
 * A step of the guide. Its title, and what it is for, are the texts {@code admin.setup.name} and
 * {@code admin.setup.name.about}; its button is {@code admin.setup.name.go}.
 *
 * @param fact what there is already
 * @param href the page where it is done; null if it is done in the guide or by settings
 * @param importHref the page that imports a table; null if there is none
 */
public record SetUpStep(
    String name, State state, LocalizableText fact, String href, String importHref) {

  /** How far it is. */
  public enum State {
    DONE,
    TO_DO,
    /** Not every desk needs it, and this one does not have it. */
    OPTIONAL
  }

  public boolean isDone() {
    return state == State.DONE;
  }

  /** Whether it counts for the progress. */
  boolean isNeeded() {
    return state != State.OPTIONAL;
  }
}
