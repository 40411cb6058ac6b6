package dev.baton.incident.report;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.engine.FlowVersion;
import dev.baton.engine.FlowVersions;
import dev.baton.engine.Flows;
import dev.baton.engine.NotOffered;
import dev.baton.engine.ResourcesDeployed;
import dev.baton.incident.Incident;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Incidents;
import dev.baton.incident.Journal;
import dev.baton.incident.JournalKind;
import dev.baton.incident.Status;
import dev.baton.incident.reconciliation.Reconciliation;
import dev.baton.web.text.LocalizableText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts the flows of incidents: with the report, or later in a transaction of its own and once, on
 * however many nodes it is tried: the incident's row is locked, and only an incident without a flow
 * gets one. A start that fails is noted and tried again by itself, with increasing pauses.
 */
@Service
public class FlowStarts {

  /** The message that starts an incident's flow. */
  public static final String INCIDENT_REPORTED = "incidentReported";

  private static final Logger log = LoggerFactory.getLogger(FlowStarts.class);
  private static final int MOST_AT_ONCE = 1_000;

  /** What prevents so many prevents the rest: they wait for the next round. */
  private static final int MOST_FAILURES_AT_ONCE = 20;

  /**
   * After the commit of a caller's transaction its connection is still held while the start takes
   * another. Limited, so that the two never use up the pool; others wait for the next round.
   */
  private final Semaphore afterCommit = new Semaphore(8);

  private final Flows flows;
  private final Incidents incidents;
  private final EntityManager entities;
  private final FlowStartFailures failures;
  private final FlowVersions versions;
  private final Journal journal;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final TransactionTemplate ownTransaction;

  FlowStarts(
      Flows flows,
      Incidents incidents,
      EntityManager entities,
      FlowStartFailures failures,
      FlowVersions versions,
      Journal journal,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.flows = flows;
    this.incidents = incidents;
    this.entities = entities;
    this.failures = failures;
    this.versions = versions;
    this.journal = journal;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** The start of a flow failed; what was stored with it is to be stored again without it. */
  private static final class FlowNotStarted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FlowNotStarted(Throwable cause) {
      super(cause);
    }
  }

  /**
   * Stores an incident and starts its flow, with one commit. If the flow cannot start, the incident
   * is stored without it, and the start is tried again. In a caller's transaction the flow starts
   * after the commit.
   *
   * @param storing stores the incident, or gives null if there is nothing to store; called again
   *     after everything it did was undone
   */
  Incident storeAndStart(Supplier<Incident> storing) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      Incident incident = transaction.execute(status -> storing.get());
      startAfterCommit(incident);
      return incident;
    }
    try {
      return transaction.execute(status -> storedAndStarted(storing));
    } catch (FlowNotStarted failed) {
      log.warn("A report is stored without its flow, which cannot start", failed.getCause());
      Incident incident = transaction.execute(status -> storing.get());
      if (incident != null) {
        attempt(incident.id(), false);
      }
      return incident;
    }
  }

  private Incident storedAndStarted(Supplier<Incident> storing) {
    Incident incident = storing.get();
    if (incident != null) {
      try {
        incident.flowsAs(started(incident));
      } catch (RuntimeException | StackOverflowError failure) {
        throw new FlowNotStarted(failure);
      }
    }
    return incident;
  }

  private void startAfterCommit(Incident incident) {
    if (incident == null) {
      return;
    }
    long id = incident.id();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            startBeside(id);
          }
        });
  }

  private void startBeside(long id) {
    if (afterCommit.tryAcquire()) {
      try {
        attempt(id, false);
      } finally {
        afterCommit.release();
      }
    }
  }

  /** Starts the flows that a try is due for. */
  @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT15S")
  public void startDue() {
    int failed = 0;
    for (long id : dueNow()) {
      if (!attempt(id, true) && ++failed == MOST_FAILURES_AT_ONCE) {
        return;
      }
    }
  }

  private List<Long> dueNow() {
    return ownTransaction.execute(status -> failures.due(clock.instant(), MOST_AT_ONCE));
  }

  /**
   * Tries to start the flow of this incident now; a failure is noted again.
   *
   * @throws NotOffered if it has started meanwhile
   */
  @RequiresPermission(Permission.MEND)
  public void startNow(IncidentNumber number) {
    Long id =
        ownTransaction.execute(
            status -> {
              Incident incident = incidents.get(number);
              return lacksFlow(incident) ? incident.id() : null;
            });
    if (id == null) {
      throw new NotOffered(LocalizableText.of("refused.flow.started", number));
    }
    attempt(id, true);
  }

  /** Why the flow of this incident has not started; empty if it has. */
  public Optional<FlowStartFailure> failure(IncidentNumber number) {
    return ownTransaction.execute(status -> failures.of(number));
  }

  /** The oldest of the incidents whose flow has not started. */
  public List<FlowStartFailure> waiting(int most) {
    return failures.waiting(clock.instant(), most);
  }

  /** The oldest of them whose last try failed on this version of the lifecycle. */
  public List<FlowStartFailure> failedOn(String definitionId, int most) {
    return failures.on(definitionId, most);
  }

  /**
   * Starts another flow for the incident, in the transaction at hand, in which the caller ends the
   * former one.
   */
  public void startAnew(Incident incident) {
    incident.flowsAs(started(incident));
    incidents.flush();
  }

  private String started(Incident incident) {
    String number = incident.number().value();
    return flows.start(INCIDENT_REPORTED, number, Map.of("incidentNumber", number));
  }

  /** What somebody deploys may be what the flows wait for. */
  @EventListener
  void tryAgainAfter(ResourcesDeployed deployed) {
    failures.tryAllAgain(clock.instant());
  }

  /** Whether the incident needs no further try. */
  private boolean attempt(long id, boolean again) {
    try {
      ownTransaction.executeWithoutResult(status -> startOnce(id, again));
      return true;
    } catch (RuntimeException | StackOverflowError failure) {
      log.warn("The flow of the incident with id {} could not be started", id, failure);
      note(id, failure);
      return false;
    }
  }

  private void startOnce(long id, boolean again) {
    Incident incident = entities.find(Incident.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (!lacksFlow(incident)) {
      return;
    }
    incident.flowsAs(started(incident));
    if (again && failures.forget(id)) {
      journal.write(incident, JournalKind.FLOW_STARTED, LocalizableText.of("entry.flow-started"));
    }
  }

  private static boolean lacksFlow(Incident incident) {
    return incident.flowInstanceId() == null && incident.status() == Status.RECEIVED;
  }

  private void note(long id, Throwable failure) {
    try {
      ownTransaction.executeWithoutResult(status -> noted(id, failure));
    } catch (RuntimeException e) {
      log.warn("Not noted; the next round tries again", e);
    }
  }

  private void noted(long id, Throwable failure) {
    Incident incident = entities.find(Incident.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (!lacksFlow(incident)) {
      return;
    }
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    String live =
        versions.newest(Reconciliation.INCIDENT_LIFECYCLE, 1).stream()
            .map(FlowVersion::definitionId)
            .findFirst()
            .orElse(null);
    if (failures.note(id, message, live, clock.instant())) {
      journal.write(
          incident,
          JournalKind.FLOW_NOT_STARTED,
          LocalizableText.of("entry.flow-not-started", message));
    }
  }
}
