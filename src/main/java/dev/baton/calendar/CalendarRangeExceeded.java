package dev.baton.calendar;

/**
 * The answer lies outside the years that calendars cover, or there is none, because the calendar
 * never opens again or never closes. The message says which.
 */
public class CalendarRangeExceeded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CalendarRangeExceeded(String message) {
    super(message);
  }
}
