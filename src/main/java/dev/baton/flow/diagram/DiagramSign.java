package dev.baton.flow.diagram;

import java.util.Locale;

/**
 * How an element stands out from the others; shown by a sign and a line style beside its colour.
 */
public enum DiagramSign {
  ADDED("+"),
  REMOVED("−"),
  CHANGED("~"),
  CHOSEN("✓");

  private final String text;

  DiagramSign(String text) {
    this.text = text;
  }

  /** What is written on the element. */
  public String text() {
    return text;
  }

  String cssClass() {
    return "baton-diagram-" + name().toLowerCase(Locale.ROOT);
  }
}
