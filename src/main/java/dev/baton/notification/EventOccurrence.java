package dev.baton.notification;

/** How often an incident can have an event. */
public enum EventOccurrence {
  /** Announced the first time only, however often the flow comes by. */
  ONCE,
  /** Announced each time that the flow comes by. */
  EVERY_TIME
}
