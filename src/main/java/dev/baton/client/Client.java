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
    FieldChecks.notNull("tier", "client-tier", view.tier());
    FieldChecks.notNull("zone", "client-zone", view.zone());
    FieldChecks.notNull("language", "client-language", view.language());
    this.name = FieldChecks.text("name", "client-name", view.name(), 200);
    this.tier = view.tier();
    this.zone = view.zone().getId();
    this.language = view.language().toLanguageTag();
    this.confirmationDays =
        FieldChecks.within(
            "confirmationDays", "confirmation-days", view.confirmationDays(), 0, 365);
    FieldChecks.notNull("confirmationUnit", "confirmation-unit", view.confirmationUnit());
    this.confirmationUnit = view.confirmationUnit();
    this.reminders = FieldChecks.within("reminders", "reminders", view.reminders(), 0, 100);
    this.reminderDays =
        FieldChecks.within(
            "reminderDays",
            "reminder-days",
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
