package dev.baton.desk.web.incident;

import java.util.List;

/** An action that the flow offers now, with its form fields. */
record ActionForm(String act, String label, boolean first, List<Field> fields) {

  public boolean isButton() {
    return fields.isEmpty();
  }

  /**
   * A form field of an action.
   *
   * @param type select, text, incident, note or when
   * @param value the initial value; null for none
   */
  record Field(
      String name,
      String label,
      String type,
      boolean required,
      String value,
      List<Choice> choices) {}

  /** One option of a field. */
  record Choice(String value, String label) {}
}
