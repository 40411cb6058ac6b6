package dev.baton.intake.mail;

/** Decides whether a reply on a resolved incident reopens it, or only says thanks. */
public interface ThanksOnlyRule {

  /**
   * Whether it is kept as a note that notifies no one.
   *
   * @param words the number of words
   * @param phrases THANKS, PROBLEM, EMPTY or OTHER
   */
  boolean isNoteOnly(int words, boolean hasQuestion, String phrases);
}
