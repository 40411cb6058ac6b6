package dev.baton.incident;

import java.time.Instant;

/** Working time as the client's calendar has it, with its holidays. */
public interface ClientWorkingDays {

  /**
   * So many units later. Where no agreement names a calendar for the incident, Monday to Friday in
   * the client's zone count, around the clock.
   */
  Instant after(IncidentView incident, Instant from, int amount, WorkingTimeUnit unit);

  /**
   * The same time of day so many working days later. Where no agreement names a calendar for the
   * incident, Monday to Friday in the client's zone count.
   */
  Instant after(IncidentView incident, Instant from, int days);
}
