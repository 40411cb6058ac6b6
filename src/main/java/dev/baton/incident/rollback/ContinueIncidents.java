package dev.baton.incident.rollback;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.engine.FlowVersions;
import dev.baton.engine.FlowVersions.FailedFirstStep;
import dev.baton.engine.MigrationImpossible;
import dev.baton.incident.Incident;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Incidents;
import dev.baton.incident.Journal;
import dev.baton.incident.JournalKind;
import dev.baton.incident.Status;
import dev.baton.incident.report.FlowStarts;
import dev.baton.web.text.LocalizableText;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the incidents that failed in the first step of a rolled back release go on with the restored
 * one: their flow is migrated, or replaced by a new one where the restored lifecycle has no such
 * step. Nothing of that first step was committed, so nothing of it is done twice.
 */
@Component
class ContinueIncidents {

  private static final Logger log = LoggerFactory.getLogger(ContinueIncidents.class);
  private static final int MOST_AT_ONCE = 500;

  private final FlowVersions versions;
  private final FlowStarts starts;
  private final Incidents incidents;
  private final Journal journal;
  private final TransactionTemplate transaction;

  /** What could not be moved waits before the next try. */
  private final Cache<String, Boolean> paused =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(5)).build();

  ContinueIncidents(
      FlowVersions versions,
      FlowStarts starts,
      Incidents incidents,
      Journal journal,
      PlatformTransactionManager transactions) {
    this.versions = versions;
    this.starts = starts;
    this.incidents = incidents;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
  }

  void moveOn(ReleaseRollback rollback) {
    for (FailedFirstStep failed :
        versions.failedInFirstStep(rollback.definitionId(), MOST_AT_ONCE)) {
      if (paused.getIfPresent(failed.instanceId()) == null) {
        IncidentNumber.parse(failed.businessKey())
            .ifPresent(number -> moveOn(number, failed.instanceId(), rollback));
      }
    }
  }

  private void moveOn(IncidentNumber number, String instance, ReleaseRollback rollback) {
    try {
      try {
        inTurn(number, instance, rollback, incident -> migrate(instance, rollback));
      } catch (MigrationImpossible noSuchStep) {
        log.info("{} gets a new flow: {}", number, noSuchStep.getMessage());
        inTurn(number, instance, rollback, incident -> startAnew(incident, instance, rollback));
      }
    } catch (RuntimeException e) {
      paused.put(instance, true);
      log.warn("{} could not go on with the release {} yet", number, rollback.restored(), e);
    }
  }

  /** One node at a time, and only while it still waits there. */
  private void inTurn(
      IncidentNumber number, String instance, ReleaseRollback rollback, Consumer<Incident> change) {
    transaction.executeWithoutResult(
        status -> {
          Optional<Incident> found = incidents.find(number.value());
          if (found.isEmpty()) {
            return;
          }
          Incident incident = incidents.inTurn(number);
          if (incident.status() == Status.RECEIVED
              && instance.equals(incident.flowInstanceId())
              && versions.isFailedInFirstStep(rollback.definitionId(), instance)) {
            change.accept(incident);
            journal.write(
                incident,
                JournalKind.RELEASE_ROLLED_BACK,
                LocalizableText.of("entry.rolled-back", rollback.release(), rollback.restored()));
          }
        });
  }

  private void migrate(String instance, ReleaseRollback rollback) {
    versions.migrate(instance, rollback.definitionId(), rollback.restoredDefinitionId());
  }

  private void startAnew(Incident incident, String instance, ReleaseRollback rollback) {
    starts.startAnew(incident);
    versions.end(instance, "The release %s was rolled back.".formatted(rollback.release()));
  }
}
