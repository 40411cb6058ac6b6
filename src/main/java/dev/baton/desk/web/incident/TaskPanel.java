package dev.baton.desk.web.incident;

import java.util.List;

/**
 * An open task as the page shows it.
 *
 * @param who name of the person who took it, or null
 * @param due null if it is not due at any time
 * @param refusal why the visitor cannot complete it; null if they can
 * @param claimable whether it can be taken or, if somebody took it, returned
 * @param dynamic whether what is shown depends on what is filled in
 * @param resolves whether its form asks for more than the action that resolves, which gives way
 */
record TaskPanel(
    String id,
    String name,
    String kind,
    String team,
    String who,
    String due,
    String refusal,
    boolean claimable,
    boolean dynamic,
    boolean resolves,
    List<TaskField> fields) {

  /**
   * A text or a field of the form of a task.
   *
   * @param key null for a text, which is its label
   * @param input the type of an input; select, choices, textarea or text for other elements
   * @param values what is filled in; several for a list of choices
   */
  record TaskField(
      String key,
      String id,
      String input,
      String label,
      String hint,
      boolean required,
      boolean readOnly,
      List<String> values,
      List<ActionForm.Choice> choices,
      String least,
      String most,
      String longest) {

    public String value() {
      return values.isEmpty() ? "" : values.get(0);
    }
  }
}
