package dev.baton.calendar;

/**
 * The answer lies outside the years that calendars cover, or there is none, because the calendar
 * never opens again or never closes. The message says which.
 */
public class BeyondCalendar extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BeyondCalendar(String message) {
    super(message);
  }
}
