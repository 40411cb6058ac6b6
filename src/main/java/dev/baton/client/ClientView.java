package dev.baton.client;

import java.time.ZoneId;
import java.util.Locale;

/**
 * An organisation served under a contract.
 *
 * @param code short name, unique, lower case with hyphens
 * @param confirmationDays days after which a resolution without objection closes the incident
 * @param confirmationUnit which days those are
 * @param reminders how often a requester is reminded before a hold ends as "no answer"; 0 means
 *     that a hold for the requester never ends by itself
 * @param reminderDays calendar days between two reminders
 */
public record ClientView(
    long id,
    String code,
    String name,
    Tier tier,
    ZoneId zone,
    Locale language,
    int confirmationDays,
    DayKind confirmationUnit,
    int reminders,
    int reminderDays) {

  /** With a confirmation period in calendar days. */
  public ClientView(
      long id,
      String code,
      String name,
      Tier tier,
      ZoneId zone,
      Locale language,
      int confirmationDays,
      int reminders,
      int reminderDays) {
    this(
        id,
        code,
        name,
        tier,
        zone,
        language,
        confirmationDays,
        DayKind.CALENDAR_DAYS,
        reminders,
        reminderDays);
  }
}
