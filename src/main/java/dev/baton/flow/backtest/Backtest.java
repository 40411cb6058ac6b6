package dev.baton.flow.backtest;

import dev.baton.client.ClientDirectory;
import dev.baton.database.UnusableDatabase;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import dev.baton.escalation.EscalationStatistics;
import dev.baton.escalation.Escalations;
import dev.baton.flow.backtest.log.LogReader;
import dev.baton.flow.backtest.log.RecordedLog;
import dev.baton.flow.backtest.log.UnreadableLog;
import dev.baton.flow.backtest.replay.Agenda;
import dev.baton.flow.backtest.replay.FlowDriver;
import dev.baton.flow.backtest.replay.InvalidUsage;
import dev.baton.flow.backtest.replay.NotifiedPeople;
import dev.baton.flow.backtest.replay.ReachedMilestones;
import dev.baton.flow.backtest.replay.RecordedDesk;
import dev.baton.flow.backtest.replay.Replay;
import dev.baton.flow.backtest.replay.ReplayAgreements;
import dev.baton.flow.backtest.replay.ReplayProgress;
import dev.baton.flow.backtest.replay.ReplayStopped;
import dev.baton.flow.backtest.replay.ReplayedIncident;
import dev.baton.flow.backtest.replay.RotaParser;
import dev.baton.flow.backtest.replay.RotaPlan;
import dev.baton.flow.backtest.replay.RotaSetup;
import dev.baton.flow.backtest.replay.ScratchDesk;
import dev.baton.flow.backtest.replay.ScriptedResponder;
import dev.baton.flow.backtest.replay.SimulatedTime;
import dev.baton.flow.backtest.report.BacktestResult;
import dev.baton.flow.backtest.report.ConsoleSummary;
import dev.baton.flow.backtest.report.EscalationCounter;
import dev.baton.flow.backtest.report.HtmlReport;
import dev.baton.flow.backtest.report.JsonReport;
import dev.baton.flow.backtest.report.ObligationVerdicts;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentView;
import dev.baton.incident.report.ReportIncident;
import dev.baton.incident.search.IncidentCriteria;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.sla.Breaches;
import dev.baton.sla.ObligationView;
import dev.baton.sla.Obligations;
import dev.baton.sla.agreement.PublishAgreements;
import dev.baton.staff.StaffDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** Reads a log, replays it at a scratch desk, compares, and writes the reports. */
public final class Backtest {

  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;
  private static final int PAGE = 500;

  private final Class<?> application;
  private final PrintStream out;
  private final PrintStream errors;
  private final boolean terminal;

  public Backtest(Class<?> application, PrintStream out, PrintStream errors, boolean terminal) {
    this.application = application;
    this.out = out;
    this.errors = errors;
    this.terminal = terminal;
  }

  /** Runs the command; returns the exit code of the program. */
  public int run(List<String> arguments) {
    try {
      BacktestOptions options = BacktestOptions.parse(arguments);
      if (options.help()) {
        out.print(BacktestOptions.USAGE);
        return OK;
      }
      prepare(options.report());
      RecordedLog log = LogReader.read(options.log()).chosenBy(options.choice());
      if (log.rows().isEmpty()) {
        throw new InvalidUsage(
            "No incident of " + options.log() + " begins in the days asked for.");
      }
      ReplayAgreements promises = ReplayAgreements.in(options.agreements());
      Optional<RotaPlan> rota = Optional.ofNullable(options.rota()).map(RotaParser::of);
      report(replay(options.log().getFileName().toString(), log, promises, rota), options.report());
      return OK;
    } catch (InvalidUsage e) {
      errors.println(e.getMessage());
      errors.println("--help tells how it is called.");
      return WRONG_USE;
    } catch (UnreadableLog e) {
      errors.println(e.getMessage());
      return WRONG_USE;
    } catch (ReplayStopped e) {
      errors.println("Stopped; no report was written.");
      return FAILED;
    } catch (UnusableDatabase e) {
      errors.println(e.getMessage());
      errors.println(e.remedy());
      return FAILED;
    }
  }

  private static void prepare(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InvalidUsage(
          "The report folder " + folder + " cannot be created: " + e.getMessage());
    }
    if (!Files.isWritable(folder)) {
      throw new InvalidUsage("The report folder " + folder + " cannot be written to.");
    }
  }

  private BacktestResult replay(
      String name, RecordedLog log, ReplayAgreements promises, Optional<RotaPlan> rota) {
    out.printf("%s: %,d events. Opening a scratch desk.%n", name, log.rows().size());
    try (ScratchDesk desk = ScratchDesk.open(application, rota.isPresent())) {
      EngineClock clock = desk.bean(EngineClock.class);
      try {
        clock.travelTo(log.begin());
        new RecordedDesk(
                desk.bean(ClientDirectory.class),
                desk.bean(StaffDirectory.class),
                promises.runUntilClosed())
            .open(log.rows());
        promises.publish(desk.bean(PublishAgreements.class));
        rota.ifPresent(plan -> new RotaSetup(desk).open(plan, log.begin()));
        Agenda agenda = rota.map(plan -> responder(plan, desk)).orElse(Agenda.EMPTY);
        SimulatedTime time = new SimulatedTime(clock, desk.bean(DueJobs.class), agenda);
        return replay(name, log, promises, desk, time, rota.isPresent());
      } finally {
        clock.reset();
      }
    }
  }

  private static Agenda responder(RotaPlan plan, ScratchDesk desk) {
    return new ScriptedResponder(
        plan.answers(),
        desk.bean(NotifiedPeople.class),
        desk.bean(Escalations.class),
        desk.bean(ActingPerson.class),
        desk.bean(EngineClock.class));
  }

  private BacktestResult replay(
      String name,
      RecordedLog log,
      ReplayAgreements promises,
      ScratchDesk desk,
      SimulatedTime time,
      boolean escalates) {
    IncidentSearch incidents = desk.bean(IncidentSearch.class);
    FlowDriver driver =
        new FlowDriver(
            desk.bean(ReportIncident.class),
            desk.bean(IncidentActions.class),
            incidents,
            desk.bean(ActingPerson.class),
            time);
    long begun = System.nanoTime();
    Collection<ReplayedIncident> replayed =
        new Replay(driver, time, desk::isEnding)
            .run(log.rows(), new ReplayProgress(out, terminal, log.rows().size(), begun));
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    seeHowTheyEnded(replayed, incidents);
    return BacktestResult.of(
        name,
        replayed,
        log.badLines(),
        time,
        promises.runUntilClosed(),
        promises.areMade() ? Optional.of(verdicts(replayed, desk)) : Optional.empty(),
        escalates
            ? Optional.of(
                new EscalationCounter(
                        desk.bean(EscalationStatistics.class), desk.bean(Breaches.class))
                    .counts())
            : Optional.empty(),
        took);
  }

  private static ObligationVerdicts verdicts(
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
    return ObligationVerdicts.of(replayed, byNumber, desk.bean(ReachedMilestones.class).counts());
  }

  private static void seeHowTheyEnded(
      Collection<ReplayedIncident> replayed, IncidentSearch incidents) {
    Map<String, ReplayedIncident> byNumber =
        replayed.stream()
            .filter(ReplayedIncident::isReported)
            .collect(Collectors.toMap(one -> one.view().number(), Function.identity()));
    IncidentCriteria all = new IncidentCriteria(null, null, null, null, null);
    Pageable next = PageRequest.of(0, PAGE, Sort.by("number"));
    while (next.isPaged()) {
      Page<IncidentView> page = incidents.find(all, next);
      page.forEach(view -> byNumber.get(view.number()).nowIs(view));
      next = page.nextPageable();
    }
  }

  private void report(BacktestResult result, Path folder) {
    out.println(ConsoleSummary.of(result));
    try {
      JsonReport.write(result, folder.resolve("report.json"));
      HtmlReport.write(result, folder.resolve("report.html"));
    } catch (IOException e) {
      throw new UncheckedIOException("The reports could not be written to " + folder, e);
    }
    out.printf("%nReports: %s and report.json%n", folder.resolve("report.html").toAbsolutePath());
  }
}
