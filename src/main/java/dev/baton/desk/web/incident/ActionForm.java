package dev.baton.desk.web.incident;

import java.util.List;

/** An act that the flow offers now, with what it asks for. */
record ActionForm(String act, String label, boolean first, List<Field> fields) {

  public boolean isButton() {
    return fields.isEmpty();
  }

  /**
   * One thing that an act asks for.
   *
   * @param type select, text, note or when
   * @param value what stands in it at first; null for nothing
   */
  record Field(
      String name,
      String label,
      String type,
      boolean required,
      String value,
      List<Choice> choices) {}

  /** One of several answers. */
  record Choice(String value, String label) {}
}
