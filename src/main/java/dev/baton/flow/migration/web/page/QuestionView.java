package dev.baton.flow.migration.web.page;

import java.util.List;

/**
 * A step that is gone, and where its incidents may go on. The choices lie over the boxes of the
 * diagram and stand in a list; both are of one group of radio buttons.
 *
 * @param anchor unique on the page
 * @param field the name of the group
 * @param isRequired whether incidents wait there now
 * @param flowName what the diagram shows
 * @param diagram SVG of the other version; null where there is none
 * @param as where they can go on as they are
 * @param again what can be started again
 */
record QuestionView(
    String anchor,
    String field,
    String words,
    boolean isRequired,
    String flowName,
    String diagram,
    List<Choice> as,
    List<Choice> again) {

  /**
   * A radio button of the list.
   *
   * @param isChosen false as well where it is chosen in the diagram
   */
  record Choice(String value, String label, boolean isChosen) {}

  /** Whether something is chosen already, which nobody is to overlook. */
  boolean isProposed() {
    return as.stream().anyMatch(Choice::isChosen) || again.stream().anyMatch(Choice::isChosen);
  }
}
