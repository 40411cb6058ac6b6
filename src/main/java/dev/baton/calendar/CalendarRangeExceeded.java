package dev.baton.calendar;

/**
 * The answer lies outside the years that calendars know, or there is none: a calendar that never
 * opens again, or one that never closes. The message says which.
 */
public class CalendarRangeExceeded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CalendarRangeExceeded(String message) {
    super(message);
  }
}
