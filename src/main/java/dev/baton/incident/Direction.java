package dev.baton.incident;

/** Whether a contact came to the desk or went out from it. */
public enum Direction {
  IN,
  OUT
}
