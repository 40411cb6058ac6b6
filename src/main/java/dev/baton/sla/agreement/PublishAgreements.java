package dev.baton.sla.agreement;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.calendar.CalendarDefinition;
import dev.baton.engine.ActingPerson;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Publishes calendars and agreements: all of those given, or none. A published version never
 * changes; a different definition under the same name becomes the next version, and the same
 * definition again changes nothing. Errors are refused with an {@link InvalidDefinition}.
 */
@Service
@Transactional
public class PublishAgreements {

  private final DefinitionVersionRepository versions;
  private final ApplicableAgreements agreements;
  private final DraftValidator check;
  private final ActingPerson actingPerson;
  private final AuditTrail trail;
  private final Clock clock;

  PublishAgreements(
      DefinitionVersionRepository versions,
      ApplicableAgreements agreements,
      DraftValidator check,
      ActingPerson actingPerson,
      AuditTrail trail,
      Clock clock) {
    this.versions = versions;
    this.agreements = agreements;
    this.check = check;
    this.actingPerson = actingPerson;
    this.trail = trail;
    this.clock = clock;
  }

  /** Publishes the draft, calendars first. */
  @RequiresPermission(Permission.PUBLISH_AGREEMENTS)
  public PublishResult publish(AgreementDraft draft) {
    List<DefinitionRemark> remarks = check.check(draft);
    AgreementDocument document = draft.document();
    return new PublishResult(
        document.calendars().stream().map(calendar -> add(calendar, null)).toList(),
        document.agreements().stream().map(agreement -> add(agreement, null)).toList(),
        remarks);
  }

  /** Returns the number of the version. */
  @RequiresPermission(Permission.PUBLISH_AGREEMENTS)
  public int publish(CalendarDefinition calendar) {
    return publish(AgreementDraft.of(calendar)).calendars().get(0).version();
  }

  /**
   * Returns the number of the version.
   *
   * @param basedOn the version that was changed; 0 for a new calendar
   * @throws OptimisticLockingFailureException if another one has been published meanwhile
   */
  @RequiresPermission(Permission.PUBLISH_AGREEMENTS)
  public int publish(CalendarDefinition calendar, int basedOn) {
    check.check(AgreementDraft.of(calendar));
    return add(calendar, basedOn).version();
  }

  /**
   * Returns the number of the version.
   *
   * @param basedOn the version that was changed; 0 for a new agreement
   * @throws OptimisticLockingFailureException if another one has been published meanwhile
   */
  @RequiresPermission(Permission.PUBLISH_AGREEMENTS)
  public int publish(AgreementDefinition agreement, int basedOn) {
    check.check(AgreementDraft.of(agreement));
    return add(agreement, basedOn).version();
  }

  /**
   * The number of the next version follows from the same reading, so that a version that is
   * published after it is a twin.
   */
  private static void checkNewest(Optional<? extends PublishedVersion<?>> newest, Integer basedOn) {
    if (basedOn != null && !basedOn.equals(newest.map(PublishedVersion::number).orElse(0))) {
      throw new OptimisticLockingFailureException(
          "Somebody published another version under the same name meanwhile");
    }
  }

  /** Returns the number of the version. */
  @RequiresPermission(Permission.PUBLISH_AGREEMENTS)
  public int publish(AgreementDefinition agreement) {
    return publish(AgreementDraft.of(agreement)).agreements().get(0).version();
  }

  /** Adds closed days to the newest version of a calendar; empty if there is no such calendar. */
  @RequiresPermission(Permission.PUBLISH_AGREEMENTS)
  public Optional<PublishResult> close(String calendar, Map<LocalDate, String> days) {
    return versions
        .newestCalendar(calendar)
        .map(PublishedAgreements::view)
        .map(PublishedVersion::definition)
        .map(newest -> publish(AgreementDraft.of(closedOn(newest, days))));
  }

  private static CalendarDefinition closedOn(
      CalendarDefinition calendar, Map<LocalDate, String> days) {
    Map<LocalDate, String> closed = new TreeMap<>(calendar.closed());
    closed.putAll(days);
    return new CalendarDefinition(
        calendar.name(),
        calendar.zone(),
        calendar.week(),
        calendar.holidays(),
        closed,
        calendar.special());
  }

  /**
   * @param basedOn null for whatever is the newest version
   */
  private PublishResult.PublishedName add(CalendarDefinition calendar, Integer basedOn) {
    String name = calendar.name();
    Optional<PublishedVersion<CalendarDefinition>> newest =
        versions.newestCalendar(name).map(PublishedAgreements::view);
    checkNewest(newest, basedOn);
    if (newest.isPresent() && newest.get().definition().equals(calendar)) {
      return new PublishResult.PublishedName(name, newest.get().number(), false);
    }
    int number = newest.map(PublishedVersion::number).orElse(0) + 1;
    String text = DefinitionJson.write(calendar);
    store(new CalendarVersion(name, number, text, clock.instant(), publisher()));
    record("calendar", name, number);
    return new PublishResult.PublishedName(name, number, true);
  }

  /**
   * @param basedOn null for whatever is the newest version
   */
  private PublishResult.PublishedName add(AgreementDefinition agreement, Integer basedOn) {
    String name = agreement.name();
    Optional<PublishedVersion<AgreementDefinition>> newest =
        versions.newestAgreement(name).map(PublishedAgreements::view);
    checkNewest(newest, basedOn);
    if (newest.isPresent() && newest.get().definition().equals(agreement)) {
      return new PublishResult.PublishedName(name, newest.get().number(), false);
    }
    int number = newest.map(PublishedVersion::number).orElse(0) + 1;
    String text = DefinitionJson.write(agreement);
    store(new AgreementVersion(name, number, text, clock.instant(), publisher()));
    record("agreement", name, number);
    return new PublishResult.PublishedName(name, number, true);
  }

  private void store(Object version) {
    try {
      versions.add(version);
    } catch (DataIntegrityViolationException twin) {
      throw new OptimisticLockingFailureException(
          "Somebody published the same name at the same time", twin);
    }
    refreshAfterCommit();
  }

  private void record(String kind, String name, int version) {
    trail.record(
        AuditEntry.of(
            AuditKind.SETTINGS_CHANGED,
            kind + " " + name,
            "Published version %d of the %s".formatted(version, kind)));
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
