package dev.baton.calendar;

/**
 * The answer lies outside the years that calendars know, or there is none: a calendar that never
 * opens again, or one that never closes. The message says which.
 */
public class BeyondCalendar extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BeyondCalendar(String message) {
    super(message);
  }
}
