package dev.baton.staff.rota;

import dev.baton.web.validation.InvalidInput;
import java.time.Instant;
import java.time.ZoneId;

/** Reads the shifts of an iCalendar file as the import of a rota does. */
public final class UploadedShifts {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2027-01-01T00:00:00Z");

  private UploadedShifts() {}

  /** Whether they are read; if not, they were refused with a reason. */
  public static boolean reads(String text) {
    try {
      ICalendarShifts.read(text, ZONE, EARLIEST, LATEST);
      return true;
    } catch (InvalidInput refused) {
      return false;
    }
  }
}
