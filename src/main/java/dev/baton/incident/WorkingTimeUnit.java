package dev.baton.incident;

/** In what a model says how long something may take. */
public enum WorkingTimeUnit {
  /** Hours in which the client's calendar is open. */
  WORKING_HOURS,
  /** Days on which the client's calendar opens; the time of day stays. */
  WORKING_DAYS,
  /** Every day, in the client's zone; the time of day stays. */
  CALENDAR_DAYS,
  /** The end of the working day so many working days later; 0 is today. */
  END_OF_DAY
}
