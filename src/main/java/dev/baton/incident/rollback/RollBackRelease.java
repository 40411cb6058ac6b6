package dev.baton.incident.rollback;

import dev.baton.engine.FlowVersion;
import dev.baton.engine.FlowVersions;
import dev.baton.engine.FlowVersions.FailedFirstStep;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Status;
import dev.baton.incident.reconciliation.Reconciliation;
import dev.baton.incident.report.FlowStartFailure;
import dev.baton.incident.report.FlowStarts;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.web.validation.TextInput;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rolls a release of the lifecycle back on which the first incidents failed in their start or in
 * their first step, and none got past it: the files of the last release that worked are deployed
 * again. It does so once for a release, on however many nodes it is asked, and never with a release
 * that a rollback has restored: its files have worked, so the cause lies elsewhere.
 */
@Service
public class RollBackRelease {

  private static final Logger log = LoggerFactory.getLogger(RollBackRelease.class);
  private static final String LIFECYCLE = Reconciliation.INCIDENT_LIFECYCLE;
  private static final String PREFIX = "Back to release ";
  private static final int LONGEST_NAME = 255;
  private static final int EARLIER_VERSIONS = 50;
  private static final int MOST_COUNTED = 100;

  /** Two deployments at the same time may hinder each other. */
  private static final int TRIES = 3;

  /** How long incidents are looked for that were started just before the rollback. */
  private static final Duration FOLLOWED = Duration.ofDays(1);

  private final FlowVersions versions;
  private final FlowStarts starts;
  private final IncidentSearch incidents;
  private final ReleaseRollbacks rollbacks;
  private final ContinueIncidents incidentsLeft;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final int failuresNeeded;

  /** By the failed version: how often this node could not roll it back. */
  private final Map<String, Integer> tries = new ConcurrentHashMap<>();

  RollBackRelease(
      FlowVersions versions,
      FlowStarts starts,
      IncidentSearch incidents,
      ReleaseRollbacks rollbacks,
      ContinueIncidents incidentsLeft,
      ApplicationEventPublisher events,
      Clock clock,
      PlatformTransactionManager transactions,
      @Value("${baton.flow.go-back-after:3}") int failuresNeeded) {
    this.versions = versions;
    this.starts = starts;
    this.incidents = incidents;
    this.rollbacks = rollbacks;
    this.incidentsLeft = incidentsLeft;
    this.events = events;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    this.failuresNeeded = Math.max(1, failuresNeeded);
  }

  private record Failure(String incident, String message) {}

  /** Rolls the live release back if it fails, and continues what is left of earlier rollbacks. */
  public void check() {
    rollBackIfFailing();
    for (ReleaseRollback rollback : rollbacks.since(clock.instant().minus(FOLLOWED))) {
      announce(rollback);
      if (rollback.isDone()) {
        incidentsLeft.moveOn(rollback);
      }
    }
  }

  private void rollBackIfFailing() {
    FlowVersion live = versions.newest(LIFECYCLE, 1).stream().findFirst().orElse(null);
    if (live == null
        || versions.hasWorked(live.definitionId())
        || rollbacks.about(live.definitionId()).isPresent()) {
      return;
    }
    List<Failure> failures = transaction.execute(status -> failuresOn(live.definitionId()));
    if (failures.size() >= failuresNeeded) {
      lastThatWorked(live).ifPresent(earlier -> rollBack(live, earlier, failures));
    }
  }

  private List<Failure> failuresOn(String definitionId) {
    return Stream.concat(
            starts.failedOn(definitionId, MOST_COUNTED).stream().map(RollBackRelease::failure),
            received(versions.failedInFirstStep(definitionId, MOST_COUNTED)))
        .sorted(Comparator.comparing(Failure::incident))
        .toList();
  }

  private static Failure failure(FlowStartFailure failed) {
    return new Failure(failed.incident(), failed.message());
  }

  /** Of incidents that have come no further. */
  private Stream<Failure> received(List<FailedFirstStep> failed) {
    Map<IncidentNumber, IncidentView> known =
        incidents.of(
            failed.stream()
                .flatMap(step -> IncidentNumber.parse(step.businessKey()).stream())
                .toList());
    Set<String> received =
        known.values().stream()
            .filter(incident -> incident.status() == Status.RECEIVED)
            .map(IncidentView::number)
            .collect(Collectors.toSet());
    return failed.stream()
        .filter(step -> received.contains(step.businessKey()))
        .map(step -> new Failure(step.businessKey(), step.message()));
  }

  /** Where no incident has been on any of them yet: the one that came with the program. */
  private Optional<FlowVersion> lastThatWorked(FlowVersion failed) {
    List<FlowVersion> earlier =
        versions.newest(LIFECYCLE, EARLIER_VERSIONS).stream()
            .filter(version -> version.version() < failed.version())
            .filter(version -> !version.deploymentId().equals(failed.deploymentId()))
            .filter(version -> !rollbacks.hasFailed(version.definitionId()))
            .toList();
    return earlier.stream()
        .filter(version -> versions.hasWorked(version.definitionId()))
        .findFirst()
        .or(() -> earlier.stream().filter(FlowVersion::shipped).findFirst());
  }

  private void rollBack(FlowVersion failed, FlowVersion earlier, List<Failure> failures) {
    ReleaseRollback planned = rollback(failed, earlier, failures, failures.get(0).message());
    try {
      if (Boolean.TRUE.equals(
          transaction.execute(status -> isRolledBack(planned, failed, earlier)))) {
        log.error(
            "{} was rolled back to {}, since its first {} incidents failed: {}",
            planned.release(),
            planned.restored(),
            planned.failedStarts(),
            planned.message());
        starts.startDue();
      }
    } catch (RuntimeException e) {
      if (tries.merge(failed.definitionId(), 1, Integer::sum) < TRIES) {
        log.warn("{} could not be rolled back; the next round tries again", failed.words(), e);
      } else {
        note(rollback(failed, earlier, failures, reason(e)), e);
      }
    }
  }

  /** Whether this node was the first; the others wait until it has committed. */
  private boolean isRolledBack(ReleaseRollback planned, FlowVersion failed, FlowVersion earlier) {
    if (versions.hasWorked(failed.definitionId()) || !rollbacks.add(planned)) {
      return false;
    }
    FlowVersion restored = versions.deployAgain(earlier, failed, LIFECYCLE, nameOf(earlier));
    rollbacks.restored(failed.definitionId(), restored.definitionId());
    return true;
  }

  private void note(ReleaseRollback impossible, RuntimeException cause) {
    if (Boolean.TRUE.equals(transaction.execute(status -> rollbacks.add(impossible)))) {
      log.error("{} Deploy a corrected release.", impossible.words(), cause);
    }
  }

  private static String reason(RuntimeException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private ReleaseRollback rollback(
      FlowVersion failed, FlowVersion earlier, List<Failure> failures, String message) {
    return new ReleaseRollback(
        failed.definitionId(),
        TextInput.shortened(failed.words(), LONGEST_NAME),
        null,
        TextInput.shortened(earlier.words(), LONGEST_NAME),
        failures.get(0).incident(),
        failures.size(),
        message == null ? "no reason is known" : message,
        clock.instant());
  }

  /** A release that was restored before keeps its name. */
  private static String nameOf(FlowVersion earlier) {
    return earlier.release() != null && earlier.release().startsWith(PREFIX)
        ? earlier.release()
        : PREFIX
            + TextInput.shortened(earlier.words(), LONGEST_NAME - PREFIX.length() - 20)
            + " after failed starts";
  }

  /** Once; tried again in the next round if it fails. */
  private void announce(ReleaseRollback rollback) {
    try {
      transaction.executeWithoutResult(
          status -> {
            if (rollbacks.announce(rollback.definitionId())) {
              events.publishEvent(new ReleaseRolledBack(rollback));
            }
          });
    } catch (RuntimeException e) {
      log.warn("The rollback of {} could not be announced yet", rollback.release(), e);
    }
  }
}
