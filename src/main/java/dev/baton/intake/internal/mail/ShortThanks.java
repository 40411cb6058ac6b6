package dev.baton.intake.internal.mail;

/** The decision whether an answer on a resolved incident reopens it, or only thanks. */
public interface ShortThanks {

  /**
   * Whether it is kept as a note that tells nobody.
   *
   * @param words how many there are
   * @param phrases THANKS, PROBLEM, EMPTY or OTHER
   */
  boolean isNoteOnly(int words, boolean hasQuestion, String phrases);
}
