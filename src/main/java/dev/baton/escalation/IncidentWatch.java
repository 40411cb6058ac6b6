package dev.baton.escalation;

import dev.baton.calendar.WorkingCalendar;
import dev.baton.engine.Flows;
import dev.baton.engine.RunningFlows;
import dev.baton.escalation.IdleIncidentScan.Finding;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.search.IdleIncidents;
import dev.baton.sla.agreement.PublishedCalendars;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds incidents in which nothing moves, and those that are handed from team to team. Each is
 * raised by an instance of its own, so that one that fails holds none of the others up.
 */
@Service
@Transactional
public class IncidentWatch {

  private static final String FLOW = "incident-watch";

  private final IdleIncidents incidents;
  private final StuckRules rules;
  private final PublishedCalendars published;
  private final RunningFlows running;
  private final Flows flows;
  private final EscalationStatistics escalations;
  private final Clock clock;

  IncidentWatch(
      IdleIncidents incidents,
      StuckRules rules,
      PublishedCalendars published,
      RunningFlows running,
      Flows flows,
      EscalationStatistics escalations,
      Clock clock) {
    this.incidents = incidents;
    this.rules = rules;
    this.published = published;
    this.running = running;
    this.flows = flows;
    this.escalations = escalations;
    this.clock = clock;
  }

  /**
   * An incident in which nothing moves, or that is handed around.
   *
   * @param trigger {@code STUCK} or {@code PING_PONG}
   * @param since when something last moved
   */
  public record StuckIncident(
      IncidentNumber number, Trigger trigger, Instant since, String reason) {}

  /** The incidents that are stuck now, raised or not; takes about a second with many open. */
  @Transactional(readOnly = true)
  public List<StuckIncident> stuckIncidents() {
    return found().stream()
        .map(
            finding ->
                new StuckIncident(
                    finding.number(), finding.trigger(), finding.since(), finding.reason()))
        .toList();
  }

  /** Looks once; returns how many are raised in a moment. */
  public int look() {
    List<Finding> fresh = withoutThoseUnderWay(withoutThoseRaised(found()));
    fresh.forEach(this::raise);
    return fresh.size();
  }

  private List<Finding> found() {
    IdleIncidentScan look = new IdleIncidentScan(rules.now(), this::calendar, clock.instant());
    return incidents.suspects(look.before(), look.reassignments()).stream()
        .flatMap(look::at)
        .toList();
  }

  /** One that is not published counts around the clock, as it does on the ladder. */
  private WorkingCalendar calendar(String name) {
    return published.newest(name).orElseGet(WorkingCalendar::alwaysOpen);
  }

  /** Drops findings that were already raised. */
  private List<Finding> withoutThoseRaised(List<Finding> found) {
    Set<String> raised = escalations.raisedBy(found.stream().map(Finding::source).toList());
    return found.stream().filter(finding -> !raised.contains(finding.source())).toList();
  }

  /** One whose raising fails is tried again by its own instance, not by another. */
  private List<Finding> withoutThoseUnderWay(List<Finding> found) {
    if (found.isEmpty()) {
      return found;
    }
    Set<String> underWay = new HashSet<>();
    running.instancesOf(FLOW).forEach(instance -> underWay.add(instance.businessKey()));
    return found.stream().filter(finding -> !underWay.contains(finding.number().value())).toList();
  }

  private void raise(Finding finding) {
    flows.start(
        "incidentStuck",
        finding.number().value(),
        Map.of(
            "incidentNumber", finding.number().value(),
            "trigger", finding.trigger().name(),
            "source", finding.source(),
            "reason", finding.reason()));
  }
}
