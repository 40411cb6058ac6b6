package dev.baton.incident;

import java.time.Instant;

/** Working days as the client's calendar has them, with its holidays. */
public interface ClientWorkingDays {

  /**
   * The same time of day so many working days later. Where no agreement names a calendar for the
   * incident, Monday to Friday in the client's zone count.
   */
  Instant after(IncidentView incident, Instant from, int days);
}
