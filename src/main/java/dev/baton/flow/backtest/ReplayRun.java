package dev.baton.flow.backtest;

import dev.baton.client.ClientDirectory;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import dev.baton.escalation.EscalationStatistics;
import dev.baton.escalation.Escalations;
import dev.baton.flow.backtest.answer.AnswerScript;
import dev.baton.flow.backtest.answer.AskedWork;
import dev.baton.flow.backtest.answer.ScriptedAgents;
import dev.baton.flow.backtest.answer.ScriptedStep;
import dev.baton.flow.backtest.log.RecordedLog;
import dev.baton.flow.backtest.outcome.OutcomeCollector;
import dev.baton.flow.backtest.outcome.ReplayGap;
import dev.baton.flow.backtest.outcome.ReplayOutcome;
import dev.baton.flow.backtest.replay.Agenda;
import dev.baton.flow.backtest.replay.FlowDriver;
import dev.baton.flow.backtest.replay.JointAgenda;
import dev.baton.flow.backtest.replay.JournalledDesk;
import dev.baton.flow.backtest.replay.NotifiedPeople;
import dev.baton.flow.backtest.replay.ReachedMilestones;
import dev.baton.flow.backtest.replay.RecordedDesk;
import dev.baton.flow.backtest.replay.Replay;
import dev.baton.flow.backtest.replay.ReplayAgreements;
import dev.baton.flow.backtest.replay.ReplayProgress;
import dev.baton.flow.backtest.replay.ReplayedIncident;
import dev.baton.flow.backtest.replay.ReplayedRelease;
import dev.baton.flow.backtest.replay.ReplayedWork;
import dev.baton.flow.backtest.replay.RotaParser;
import dev.baton.flow.backtest.replay.RotaPlan;
import dev.baton.flow.backtest.replay.RotaSetup;
import dev.baton.flow.backtest.replay.ScratchDesk;
import dev.baton.flow.backtest.replay.ScriptedResponder;
import dev.baton.flow.backtest.replay.SimulatedTime;
import dev.baton.flow.backtest.report.BacktestResult;
import dev.baton.flow.backtest.report.EscalationCounter;
import dev.baton.flow.backtest.report.ObligationVerdicts;
import dev.baton.incident.IncidentView;
import dev.baton.incident.search.IncidentCriteria;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.sla.Breaches;
import dev.baton.sla.ObligationView;
import dev.baton.sla.Obligations;
import dev.baton.sla.agreement.PublishAgreements;
import dev.baton.staff.StaffDirectory;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** Replays a log at a scratch desk and sees what became of it. */
public final class ReplayRun {

  private static final int PAGE = 500;

  private final BacktestOptions options;
  private final RecordedLog log;
  private final ReplayAgreements promises;
  private final boolean closesByLog;
  private final Optional<RotaPlan> rota;
  private final Optional<ReplayedRelease> release;
  private final AnswerScript script;

  /**
   * @throws dev.baton.flow.backtest.replay.InvalidUsage when a file of the options makes no sense
   */
  public ReplayRun(BacktestOptions options, RecordedLog log) {
    this.options = options;
    this.log = log;
    this.promises =
        options.agreements() == null && log.desk() != null
            ? ReplayAgreements.of(log.desk())
            : ReplayAgreements.in(options.agreements());
    this.closesByLog = log.desk() == null && promises.runUntilClosed();
    this.rota = Optional.ofNullable(options.rota()).map(RotaParser::of);
    this.release = Optional.ofNullable(options.release()).map(ReplayedRelease::in);
    this.script = AnswerScript.in(options.answers());
  }

  /** Whether anybody is told of deadlines. */
  public boolean escalates() {
    return rota.isPresent();
  }

  /** Replays at this new desk, in the current thread, which has the log's time meanwhile. */
  public BacktestResult at(ScratchDesk desk, Supplier<ReplayProgress> progress) {
    EngineClock clock = desk.bean(EngineClock.class);
    try {
      release.ifPresent(files -> files.deploy(desk));
      clock.travelAlone(log.begin());
      openDesk(desk.bean(ClientDirectory.class), desk.bean(StaffDirectory.class));
      promises.publish(desk.bean(PublishAgreements.class));
      rota.ifPresent(plan -> new RotaSetup(desk).open(plan, log.begin()));
      return replay(desk, progress);
    } finally {
      clock.rejoin();
    }
  }

  private void openDesk(ClientDirectory clients, StaffDirectory staff) {
    if (log.desk() == null) {
      new RecordedDesk(clients, staff, closesByLog).open(log.rows());
    } else {
      new JournalledDesk(clients, staff).open(log.desk(), log.rows());
    }
  }

  private BacktestResult replay(ScratchDesk desk, Supplier<ReplayProgress> progress) {
    ScriptedAgents agents =
        new ScriptedAgents(
            script,
            new AskedWork(unrecordedSteps(), desk),
            desk.bean(ActingPerson.class),
            desk.bean(Clock.class));
    Agenda people =
        new JointAgenda(
            Stream.concat(rota.map(plan -> responder(plan, desk)).stream(), Stream.of(agents))
                .toList());
    SimulatedTime time =
        new SimulatedTime(desk.bean(EngineClock.class), desk.bean(DueJobs.class), people);
    FlowDriver driver =
        new FlowDriver(new ReplayedWork(desk), desk.bean(IncidentSearch.class), time, agents);
    agents.afterEach(driver::catchUp);
    long begun = System.nanoTime();
    Collection<ReplayedIncident> replayed =
        new Replay(driver, time, desk::isEnding).run(log.rows(), progress.get());
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    seeHowTheyEnded(replayed, desk.bean(IncidentSearch.class));
    Map<String, List<ObligationView>> obligations = obligations(replayed, desk);
    if (options.outcomes() != null) {
      new ReplayOutcome(
              new OutcomeCollector(desk, obligations).outcomes(replayed),
              List.copyOf(agents.played()),
              ReplayGap.of(replayed, log),
              time.failed(),
              took.toMillis() / 1000.0)
          .write(options.outcomes());
    }
    return BacktestResult.of(
        options.source(),
        replayed,
        log.badLines(),
        time,
        closesByLog,
        promises.areMade()
            ? Optional.of(
                ObligationVerdicts.of(
                    replayed, obligations, desk.bean(ReachedMilestones.class).counts()))
            : Optional.empty(),
        rota.map(
            plan ->
                new EscalationCounter(
                        desk.bean(EscalationStatistics.class), desk.bean(Breaches.class))
                    .counts()),
        took);
  }

  private List<ScriptedStep> unrecordedSteps() {
    return release
        .map(files -> ScriptedStep.unrecordedIn(files.files()))
        .map(steps -> ScriptedAgents.playedOf(steps, script))
        .orElse(List.of());
  }

  private static Agenda responder(RotaPlan plan, ScratchDesk desk) {
    return new ScriptedResponder(
        plan.answers(),
        desk.bean(NotifiedPeople.class),
        desk.bean(Escalations.class),
        desk.bean(ActingPerson.class),
        desk.bean(EngineClock.class));
  }

  private static Map<String, List<ObligationView>> obligations(
      Collection<ReplayedIncident> replayed, ScratchDesk desk) {
    List<String> numbers =
        replayed.stream()
            .filter(ReplayedIncident::isReported)
            .map(one -> one.view().number())
            .toList();
    Obligations obligations = desk.bean(Obligations.class);
    Map<String, List<ObligationView>> byNumber = new HashMap<>();
    for (int from = 0; from < numbers.size(); from += PAGE) {
      byNumber.putAll(obligations.of(numbers.subList(from, Math.min(from + PAGE, numbers.size()))));
    }
    return byNumber;
  }

  private static void seeHowTheyEnded(
      Collection<ReplayedIncident> replayed, IncidentSearch incidents) {
    Map<String, ReplayedIncident> byNumber =
        replayed.stream()
            .filter(ReplayedIncident::isReported)
            .collect(Collectors.toMap(one -> one.view().number(), Function.identity()));
    IncidentCriteria all = new IncidentCriteria(null, null, null, null, null, null);
    Pageable next = PageRequest.of(0, PAGE, Sort.by("number"));
    while (next.isPaged()) {
      Page<IncidentView> page = incidents.find(all, next);
      page.forEach(view -> byNumber.get(view.number()).nowIs(view));
      next = page.nextPageable();
    }
  }
}
