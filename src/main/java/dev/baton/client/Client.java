package dev.baton.client;

import dev.baton.web.validation.FieldChecks;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.ZoneId;
import java.util.Locale;

/** A client as it is stored. */
@Entity
class Client {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String code;
  private String name;

  @Enumerated(EnumType.STRING)
  private Tier tier;

  private String zone;
  private String language;
  private int confirmationDays;

  @Enumerated(EnumType.STRING)
  private DayKind confirmationUnit;

  private int reminders;
  private int reminderDays;

  protected Client() {}

  Client(String code) {
    this.code = code;
  }

  boolean hasCode(String given) {
    return code.equalsIgnoreCase(given);
  }

  void bringUpToDate(ClientView view) {
    FieldChecks.notNull("tier", "tier of the client", view.tier());
    FieldChecks.notNull("zone", "time zone of the client", view.zone());
    FieldChecks.notNull("language", "language of the client", view.language());
    this.name = FieldChecks.text("name", "name of the client", view.name(), 200);
    this.tier = view.tier();
    this.zone = view.zone().getId();
    this.language = view.language().toLanguageTag();
    this.confirmationDays =
        FieldChecks.within(
            "confirmationDays", "confirmation period in days", view.confirmationDays(), 0, 365);
    FieldChecks.notNull(
        "confirmationUnit", "unit of the confirmation period", view.confirmationUnit());
    this.confirmationUnit = view.confirmationUnit();
    this.reminders =
        FieldChecks.within("reminders", "number of reminders", view.reminders(), 0, 100);
    this.reminderDays =
        FieldChecks.within(
            "reminderDays",
            "days between reminders",
            view.reminderDays(),
            view.reminders() == 0 ? 0 : 1,
            365);
  }

  ClientView view() {
    return new ClientView(
        id,
        code,
        name,
        tier,
        ZoneId.of(zone),
        Locale.forLanguageTag(language),
        confirmationDays,
        confirmationUnit,
        reminders,
        reminderDays);
  }
}
