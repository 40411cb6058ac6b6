package dev.baton.admin.web;

import java.util.List;

/**
 * A field as the form shows it, in the reader's language.
 *
 * @param kind in lower case, as the template names it
 * @param hint null for none
 * @param value the text of the field; lines are separated
 * @param fixed whether it cannot be changed
 * @param limit how long a text may be; null where there is no limit
 * @param suggestions address of suggestions; null for none
 * @param whenEmpty what counts if nothing is entered; null where that is nothing
 * @param remark what is to be known of the stored value; null for none
 * @param problem null for none
 */
record SettingsFieldView(
    String name,
    String kind,
    String label,
    String hint,
    String value,
    boolean required,
    boolean fixed,
    Integer limit,
    List<Choice> options,
    String suggestions,
    String whenEmpty,
    String remark,
    String problem) {

  /** Something to choose, and whether it is. */
  record Choice(String value, String label, boolean chosen) {}

  /** Ids of what describes the field, for screen readers; null for none. */
  public String describedBy() {
    String ids =
        ((hint == null ? "" : name + "-hint ")
                + (whenEmpty == null ? "" : name + "-standard ")
                + (remark == null ? "" : name + "-remark ")
                + (problem == null ? "" : name + "-problem"))
            .strip();
    return ids.isEmpty() ? null : ids;
  }
}
