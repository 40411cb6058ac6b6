package dev.baton.major;

import dev.baton.incident.IncidentView;
import dev.baton.sla.ObligationView;
import dev.baton.staff.rota.Presence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything about a major incident at this moment; instants are UTC.
 *
 * @param lead whether the lead is on duty; null while nobody leads it
 * @param review null until it is written
 */
public record MajorDetails(
    MajorIncidentView major,
    IncidentView incident,
    List<ObligationView> obligations,
    Presence lead,
    List<Related> related,
    List<Update> updates,
    Review review,
    List<Action> actions) {

  /**
   * An incident that belongs to it.
   *
   * @param nextDue the earliest of its running obligations; null when none runs
   */
  public record Related(
      IncidentView incident,
      List<ObligationView> obligations,
      Instant nextDue,
      Instant linkedAt,
      String linkedBy) {}

  /**
   * News as it went out.
   *
   * @param told on how many incidents the client reads it
   */
  public record Update(
      Instant at, String author, String clientText, String internalText, int told) {}

  /** What was learnt. */
  public record Review(
      String summary,
      String cause,
      String wentWell,
      String wentBadly,
      Instant writtenAt,
      String writtenBy) {}

  /**
   * What is to be done about it.
   *
   * @param doneAt null until it is done
   */
  public record Action(
      long id, String owner, String title, LocalDate dueOn, Instant doneAt, String doneBy) {}
}
