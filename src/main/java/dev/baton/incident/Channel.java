package dev.baton.incident;

/** The way a contact came in or went out. */
public enum Channel {
  PHONE,
  WALK_IN,
  EMAIL,
  CHAT,
  WEB,
  MONITORING
}
