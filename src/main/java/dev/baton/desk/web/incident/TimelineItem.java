package dev.baton.desk.web.incident;

import java.util.List;

/**
 * One thing in the conversation.
 *
 * @param kind for the style: in, out, note, told, done
 * @param title who spoke to whom and how, or what happened
 * @param text null where the title says it all; shortened where {@code more} says so
 * @param internal whether the client does not see it
 * @param contact id of the contact; null for all else
 * @param mail whether it came as a mail that can be looked at
 * @param state of a delivery, for the style; null for all else
 */
record TimelineItem(
    String kind,
    String symbol,
    String title,
    String by,
    String at,
    String iso,
    String subject,
    String text,
    boolean more,
    boolean internal,
    Long contact,
    boolean mail,
    String state,
    String stateWords,
    List<StoryFile> files) {

  /** A file that came with it; where it is withheld, why. */
  record StoryFile(long id, String name, String size, String withheld) {}
}
