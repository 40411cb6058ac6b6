package dev.baton.incident;

/** How far an incident reaches (impact), or how soon it hurts (urgency). */
public enum Level {
  HIGH,
  MEDIUM,
  LOW
}
