package dev.baton.flow.backtest;

import dev.baton.client.ClientDirectory;
import dev.baton.database.DatabaseRefused;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import dev.baton.escalation.ClimbFigures;
import dev.baton.escalation.Escalations;
import dev.baton.incident.IncidentDesk;
import dev.baton.incident.IncidentQuery;
import dev.baton.incident.IncidentSearch;
import dev.baton.incident.IncidentView;
import dev.baton.incident.ReportIncident;
import dev.baton.sla.Breaches;
import dev.baton.sla.ObligationView;
import dev.baton.sla.Obligations;
import dev.baton.sla.PublishAgreements;
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

  /** Does what the arguments ask; returns the exit code of the program. */
  public int run(List<String> arguments) {
    try {
      Options options = Options.parse(arguments);
      if (options.help()) {
        out.print(Options.USAGE);
        return OK;
      }
      prepare(options.report());
      RecordedLog log = LogReader.read(options.log()).chosenBy(options.choice());
      if (log.rows().isEmpty()) {
        throw new BadUsage("No incident of " + options.log() + " begins in the days asked for.");
      }
      Promises promises = Promises.in(options.agreements());
      Optional<RotaPlan> rota = Optional.ofNullable(options.rota()).map(RotaReading::of);
      report(replay(options.log().getFileName().toString(), log, promises, rota), options.report());
      return OK;
    } catch (BadUsage e) {
      errors.println(e.getMessage());
      errors.println("--help tells how it is called.");
      return WRONG_USE;
    } catch (UnreadableLog e) {
      errors.println(e.getMessage());
      return WRONG_USE;
    } catch (Stopped e) {
      errors.println("Stopped; no report was written.");
      return FAILED;
    } catch (DatabaseRefused e) {
      errors.println(e.getMessage());
      errors.println(e.remedy());
      return FAILED;
    }
  }

  private static void prepare(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadUsage("The report folder " + folder + " cannot be created: " + e.getMessage());
    }
    if (!Files.isWritable(folder)) {
      throw new BadUsage("The report folder " + folder + " cannot be written to.");
    }
  }

  private Result replay(String name, RecordedLog log, Promises promises, Optional<RotaPlan> rota) {
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
        rota.ifPresent(plan -> new RotaDesk(desk).open(plan, log.begin()));
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
        desk.bean(ToldPeople.class),
        desk.bean(Escalations.class),
        desk.bean(ActingPerson.class),
        desk.bean(EngineClock.class));
  }

  private Result replay(
      String name,
      RecordedLog log,
      Promises promises,
      ScratchDesk desk,
      SimulatedTime time,
      boolean climbsTheLadder) {
    IncidentSearch incidents = desk.bean(IncidentSearch.class);
    FlowDriver driver =
        new FlowDriver(
            desk.bean(ReportIncident.class),
            desk.bean(IncidentDesk.class),
            incidents,
            desk.bean(ActingPerson.class),
            time);
    long begun = System.nanoTime();
    Collection<Replayed> replayed =
        new Replay(driver, time, desk::isEnding)
            .run(log.rows(), new Progress(out, terminal, log.rows().size(), begun));
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    seeHowTheyEnded(replayed, incidents);
    return Result.of(
        name,
        replayed,
        log.badLines(),
        time,
        promises.runUntilClosed(),
        promises.areMade() ? Optional.of(verdicts(replayed, desk)) : Optional.empty(),
        climbsTheLadder
            ? Optional.of(
                new ClimbRecords(desk.bean(ClimbFigures.class), desk.bean(Breaches.class)).counts())
            : Optional.empty(),
        took);
  }

  private static Verdicts verdicts(Collection<Replayed> replayed, ScratchDesk desk) {
    List<String> numbers =
        replayed.stream().filter(Replayed::isReported).map(one -> one.view().number()).toList();
    Obligations obligations = desk.bean(Obligations.class);
    Map<String, List<ObligationView>> byNumber = new HashMap<>();
    for (int from = 0; from < numbers.size(); from += PAGE) {
      byNumber.putAll(obligations.of(numbers.subList(from, Math.min(from + PAGE, numbers.size()))));
    }
    return Verdicts.of(replayed, byNumber, desk.bean(ToldMilestones.class).counts());
  }

  private static void seeHowTheyEnded(Collection<Replayed> replayed, IncidentSearch incidents) {
    Map<String, Replayed> byNumber =
        replayed.stream()
            .filter(Replayed::isReported)
            .collect(Collectors.toMap(one -> one.view().number(), Function.identity()));
    IncidentQuery all = new IncidentQuery(null, null, null, null, null);
    Pageable next = PageRequest.of(0, PAGE, Sort.by("number"));
    while (next.isPaged()) {
      Page<IncidentView> page = incidents.find(all, next);
      page.forEach(view -> byNumber.get(view.number()).nowIs(view));
      next = page.nextPageable();
    }
  }

  private void report(Result result, Path folder) {
    out.println(Summary.of(result));
    try {
      JsonReport.write(result, folder.resolve("report.json"));
      HtmlReport.write(result, folder.resolve("report.html"));
    } catch (IOException e) {
      throw new UncheckedIOException("The reports could not be written to " + folder, e);
    }
    out.printf("%nReports: %s and report.json%n", folder.resolve("report.html").toAbsolutePath());
  }
}
