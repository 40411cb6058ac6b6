package dev.baton.calendar;

/**
 * A calendar, opening hours, a target or a list of holidays cannot be used. The message names the
 * day or line, the value, and what would be accepted.
 */
public class InvalidCalendar extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public InvalidCalendar(String message) {
    super(message);
  }
}
