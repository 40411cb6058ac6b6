package dev.baton.client;

/** Which days count. */
public enum DayKind {
  /** Every day. */
  CALENDAR_DAYS,
  /** Those on which the client's calendar opens. */
  WORKING_DAYS
}
