package dev.baton.sla;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.engine.ActingPerson;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Publishes calendars and agreements. What is published is never changed: another definition under
 * the same name is another version, the same definition again is none.
 */
@Service
@Transactional
public class PublishAgreements {

  private final PublishedVersions versions;
  private final Agreements agreements;
  private final ActingPerson actingPerson;
  private final Clock clock;

  PublishAgreements(
      PublishedVersions versions, Agreements agreements, ActingPerson actingPerson, Clock clock) {
    this.versions = versions;
    this.agreements = agreements;
    this.actingPerson = actingPerson;
    this.clock = clock;
  }

  /** Returns the number of the version. */
  public int publish(CalendarDefinition calendar) {
    String text = DefinitionText.write(calendar);
    return versions
        .newestCalendar(calendar.name())
        .filter(newest -> newest.definition().equals(text))
        .map(CalendarVersion::number)
        .orElseGet(() -> add(calendar.name(), text));
  }

  /** Returns the number of the version. */
  public int publish(AgreementDefinition agreement) {
    String text = DefinitionText.write(agreement);
    return versions
        .newestAgreement(agreement.name())
        .filter(newest -> newest.definition().equals(text))
        .map(AgreementVersion::number)
        .orElseGet(() -> addAgreement(agreement.name(), text));
  }

  private int add(String name, String text) {
    int number = versions.newestCalendar(name).map(CalendarVersion::number).orElse(0) + 1;
    versions.add(new CalendarVersion(name, number, text, clock.instant(), publisher()));
    refreshAfterCommit();
    return number;
  }

  private int addAgreement(String name, String text) {
    int number = versions.newestAgreement(name).map(AgreementVersion::number).orElse(0) + 1;
    versions.add(new AgreementVersion(name, number, text, clock.instant(), publisher()));
    refreshAfterCommit();
    return number;
  }

  private String publisher() {
    return actingPerson.current().name();
  }

  private void refreshAfterCommit() {
    agreements.refresh();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            agreements.refresh();
          }
        });
  }
}
