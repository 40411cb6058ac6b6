package dev.baton.desk.web.incident;

import dev.baton.web.text.FormattedText;
import java.time.Instant;
import java.util.List;

/**
 * An item of the timeline.
 *
 * @param kind for the style: in, out, note, told, done
 * @param title who contacted whom and how, or what happened
 * @param text null if the title says it all; shortened if {@code more} says so
 * @param internal whether it is hidden from the client
 * @param contact id of the contact; null for all else
 * @param mail whether the original mail can be shown
 * @param anchor the end of its id on the page
 * @param fold what it can be folded with; null if it always has a line of its own
 * @param state of a delivery, for the style; null for all else
 */
record TimelineItem(
    String anchor,
    FoldKind fold,
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
    List<TimelineFile> files) {

  /** Whether somebody of the desk wrote it, who can format what they write. */
  public boolean isFormatted() {
    return kind.equals("out") || kind.equals("note");
  }

  Instant time() {
    return Instant.parse(iso);
  }

  /** For the template. */
  public String html() {
    return FormattedText.html(text);
  }

  /** An attachment; if it is blocked, the reason. */
  record TimelineFile(long id, String name, String size, String withheld) {}
}
