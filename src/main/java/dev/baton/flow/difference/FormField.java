package dev.baton.flow.difference;

/**
 * A field of a form, or a text in it.
 *
 * @param key the variable that it fills; empty for a text
 * @param width the columns that it takes up
 */
record FormField(String key, String id, String width, ModelElement element) {

  Object keyOrNull() {
    return key.isEmpty() ? null : key;
  }

  Object idOrNull() {
    return id.isEmpty() ? null : id;
  }

  /** What a text says or a field asks for, if Modeler has given it another id. */
  Object content() {
    return element.label().isEmpty() ? null : element.label();
  }
}
