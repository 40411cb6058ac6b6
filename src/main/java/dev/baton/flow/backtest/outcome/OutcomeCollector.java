package dev.baton.flow.backtest.outcome;

import dev.baton.client.ClientDirectory;
import dev.baton.engine.HistoryOfSteps;
import dev.baton.escalation.EscalationStatistics;
import dev.baton.flow.backtest.outcome.IncidentOutcome.Promise;
import dev.baton.flow.backtest.outcome.IncidentOutcome.Verdict;
import dev.baton.flow.backtest.replay.ReplayedIncident;
import dev.baton.flow.backtest.replay.ScratchDesk;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Status;
import dev.baton.sla.ObligationView;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.staff.Role;
import dev.baton.staff.TeamView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads from a scratch desk what became of the incidents, after the last of their timers. */
public final class OutcomeCollector {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);
  private static final String TEAM = TeamView.groupOf("");

  private final Map<String, List<ObligationView>> obligations;
  private final StepVisits visits;
  private final ClientMessages messages;
  private final ClientDirectory clients;
  private final Map<String, Map<String, Integer>> work = new HashMap<>();
  private final Map<String, Map<String, Integer>> escalations = new HashMap<>();

  /**
   * @param obligations by number
   */
  public OutcomeCollector(ScratchDesk desk, Map<String, List<ObligationView>> obligations) {
    this.obligations = obligations;
    HistoryOfSteps history = desk.bean(HistoryOfSteps.class);
    this.visits = new StepVisits(history);
    this.messages = new ClientMessages(desk);
    this.clients = desk.bean(ClientDirectory.class);
    history
        .completedTasks()
        .forEach(task -> add(work, task.businessKey(), worker(task.group()), 1));
    desk.bean(EscalationStatistics.class)
        .notifiedByIncident()
        .forEach(
            told ->
                add(
                    escalations,
                    told.incident(),
                    told.rung() + " " + told.role().toLowerCase(Locale.ROOT).replace('_', '-'),
                    told.count()));
  }

  private static void add(
      Map<String, Map<String, Integer>> counts, String incident, String what, int count) {
    counts.computeIfAbsent(incident, key -> new TreeMap<>()).merge(what, count, Integer::sum);
  }

  /** A task is offered to a team, whose agents do it, or to a role, whoever's. */
  private static String worker(String group) {
    if (group == null) {
      return "/";
    }
    return group.startsWith(TEAM) && Role.ofGroup(group).isEmpty()
        ? Role.AGENT.group() + "/" + group.substring(TEAM.length())
        : group + "/";
  }

  public List<IncidentOutcome> outcomes(Collection<ReplayedIncident> incidents) {
    return incidents.stream().map(this::outcome).toList();
  }

  private IncidentOutcome outcome(ReplayedIncident incident) {
    List<String> refusals =
        incident.refusals().stream().map(one -> one.refusal().reason()).distinct().toList();
    IncidentView view = incident.view();
    if (view == null) {
      return new IncidentOutcome(
          incident.incident(),
          null,
          "",
          month(incident.rows().get(0).at()),
          null,
          null,
          null,
          null,
          0,
          0,
          null,
          null,
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          refusals,
          0);
    }
    return new IncidentOutcome(
        incident.incident(),
        view.number(),
        view.client(),
        month(view.openedAt()),
        view.priority(),
        view.status(),
        view.team(),
        view.assignee(),
        view.reassignments(),
        view.reopenings(),
        view.resolvedAt(),
        view.closedAt(),
        promises(view),
        visits.of(view.number()),
        work.getOrDefault(view.number(), Map.of()),
        escalations.getOrDefault(view.number(), Map.of()),
        view.priority() == null
            ? Map.of()
            : messages.of(view, clients.client(view.clientId()).tier()),
        refusals,
        incident.postponedSteps());
  }

  private static String month(Instant at) {
    return MONTH.format(at.atZone(ZoneOffset.UTC));
  }

  private Map<ObligationKind, Promise> promises(IncidentView incident) {
    Map<ObligationKind, Promise> promises = new EnumMap<>(ObligationKind.class);
    for (ObligationView one : obligations.getOrDefault(incident.number(), List.of())) {
      promises.put(one.kind(), new Promise(verdict(one, incident), one.dueAt()));
    }
    return promises;
  }

  private static Verdict verdict(ObligationView promise, IncidentView incident) {
    return switch (promise.state()) {
      case MET -> Verdict.KEPT;
      case BREACHED -> Verdict.BROKEN;
      case STOPPED ->
          incident.status() == Status.CANCELLED ? Verdict.CANCELLED : Verdict.NOT_PROMISED;
      // A promise that still runs and is late is broken already.
      default -> promise.breachedAt() == null ? Verdict.OPEN : Verdict.BROKEN;
    };
  }
}
