package dev.baton.incident;

/** Whether the client sees a contact. */
public enum Visibility {
  CLIENT,
  INTERNAL
}
