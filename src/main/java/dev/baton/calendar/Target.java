package dev.baton.calendar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something may take: {@code 4 working hours}, {@code 69.02 working hours}, {@code 30
 * minutes}, {@code 2 working days}, {@code end of working day + 1}. Never negative; a whole number
 * for units of whole working days; rounded half up to the second.
 */
public record Target(BigDecimal value, TargetUnit unit) {

  private static final String ACCEPTED =
      "accepted: 4 working hours, 30 working minutes, 2 working days, 45 minutes, 1.5 hours, 3"
          + " days, end of working day, end of working day + 1";
  private static final Pattern AMOUNT =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s+((?:working\\s+)?(?:minute|hour|day))s?");
  private static final Pattern END =
      Pattern.compile("end of working day(?:\\s*\\+\\s*(\\d{1,5}))?");

  public Target {
    if (value == null || unit == null) {
      throw new InvalidCalendar("A target needs a value and a unit; " + ACCEPTED);
    }
    BigDecimal plain = value.stripTrailingZeros();
    value = plain.scale() < 0 ? plain.setScale(0) : plain;
    if (value.signum() < 0) {
      throw new InvalidCalendar("Target of %s is negative; %s".formatted(value, ACCEPTED));
    }
    if (unit.wholeDays() && (value.scale() > 0 || value.precision() > 5)) {
      throw new InvalidCalendar(
          "Target of %s %s is not a whole number of days; %s"
              .formatted(value.toPlainString(), unit.words(), ACCEPTED));
    }
  }

  /** Parses the written form; throws {@link InvalidCalendar} with the value that was found. */
  public static Target parse(String text) {
    String plain = text.trim().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    Matcher end = END.matcher(plain);
    if (end.matches()) {
      String days = end.group(1) == null ? "0" : end.group(1);
      return new Target(new BigDecimal(days), TargetUnit.END_OF_WORKING_DAY);
    }
    Matcher amount = AMOUNT.matcher(plain);
    if (amount.matches()) {
      for (TargetUnit unit : TargetUnit.values()) {
        if (unit.words().equals(amount.group(2))) {
          return new Target(new BigDecimal(amount.group(1)), unit);
        }
      }
    }
    throw new InvalidCalendar("Target '%s' cannot be read; %s".formatted(text, ACCEPTED));
  }

  /** The deadline for this start. The calendar is ignored by targets in calendar time. */
  public Instant dueFrom(Instant start, WorkingCalendar calendar) {
    return switch (unit) {
      case WORKING_MINUTES, WORKING_HOURS -> calendar.add(start, time());
      case MINUTES, HOURS, DAYS -> start.plus(time());
      case WORKING_DAYS -> calendar.addWorkingDays(start, value.intValueExact());
      case END_OF_WORKING_DAY -> calendar.endOfWorkingDay(start, value.intValueExact());
    };
  }

  /** Whether all time counts, regardless of the calendar. */
  public boolean countsCalendarTime() {
    return switch (unit) {
      case MINUTES, HOURS, DAYS -> true;
      case WORKING_MINUTES, WORKING_HOURS, WORKING_DAYS, END_OF_WORKING_DAY -> false;
    };
  }

  @Override
  public String toString() {
    String number = value.toPlainString();
    if (unit == TargetUnit.END_OF_WORKING_DAY) {
      return value.signum() == 0 ? unit.words() : unit.words() + " + " + number;
    }
    return number + " " + unit.words() + (value.compareTo(BigDecimal.ONE) == 0 ? "" : "s");
  }

  private Duration time() {
    return Duration.ofSeconds(
        value
            .multiply(BigDecimal.valueOf(unit.seconds()))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact());
  }
}
