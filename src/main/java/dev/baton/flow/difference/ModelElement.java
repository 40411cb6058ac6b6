package dev.baton.flow.difference;

/**
 * An element of a file with its properties.
 *
 * @param event what an event waits for or does; empty otherwise
 */
record ModelElement(
    String id, String label, String type, String event, ElementProperties properties) {

  static final ModelElement NONE = new ModelElement("", "", "", "", new ElementProperties());

  /** What differs; null if nothing does. At most one of them may be null. */
  static ElementDifference difference(ModelElement before, ModelElement after) {
    ElementProperties was = before == null ? NONE.properties : before.properties;
    ElementProperties is = after == null ? NONE.properties : after.properties;
    var changes = ElementProperties.changes(was, is);
    if (before != null && after != null && changes.isEmpty()) {
      return null;
    }
    ModelElement shown = after == null ? before : after;
    return new ElementDifference(
        shown.id, shown.label, shown.type, shown.event, ChangeState.of(before, after), changes);
  }
}
