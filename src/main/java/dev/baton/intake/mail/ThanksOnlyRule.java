package dev.baton.intake.mail;

/** The decision whether an answer on a resolved incident reopens it, or only thanks. */
public interface ThanksOnlyRule {

  /**
   * Whether it is kept as a note that tells nobody.
   *
   * @param words how many there are
   * @param phrases THANKS, PROBLEM, EMPTY or OTHER
   */
  boolean isNoteOnly(int words, boolean hasQuestion, String phrases);
}
