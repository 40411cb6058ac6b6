package dev.baton.flow.proposal.trial;

import dev.baton.flow.backtest.journal.DeskJournal;
import dev.baton.flow.backtest.log.IncidentChoice;
import dev.baton.flow.backtest.log.RecordedLog;
import dev.baton.flow.backtest.log.RecordedLogFile;
import dev.baton.flow.trial.TrialProgram;
import dev.baton.web.validation.TextInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.FileSystemUtils;

/**
 * Runs a trial in a program of its own, and keeps its result. The program ends when it is
 * cancelled, takes too long, or this node stops.
 */
@Component
class TrialRunner implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(TrialRunner.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final int SECONDS_TO_FINISH = 10;
  private static final int LONGEST_MESSAGE = 1_000;

  private final ProposalTrials trials;
  private final TrialSettings settings;
  private final DeskJournal journal;
  private final ApplicationContext context;
  private final Clock clock;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(new CustomizableThreadFactory("trial-"));
  private volatile boolean isClosing;

  TrialRunner(
      ProposalTrials trials,
      TrialSettings settings,
      JdbcClient database,
      ApplicationContext context,
      Clock clock) {
    this.trials = trials;
    this.settings = settings;
    this.journal = new DeskJournal(database);
    this.context = context;
    this.clock = clock;
  }

  /** Runs it in the background. */
  void start(ProposalTrial trial, Map<String, byte[]> live, Map<String, byte[]> sent) {
    thread.execute(() -> run(trial, live, sent));
  }

  private void run(ProposalTrial trial, Map<String, byte[]> live, Map<String, byte[]> sent) {
    if (isClosing || !trials.goesOn(trial.id(), 0)) {
      return;
    }
    try {
      Path folder = Files.createTempDirectory("baton-trial-");
      try {
        run(trial, live, sent, folder);
      } finally {
        FileSystemUtils.deleteRecursively(folder);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(trial, TrialState.INTERRUPTED, null);
    } catch (IOException | RuntimeException e) {
      log.warn("Trial {} of proposal {} failed", trial.number(), trial.proposalId(), e);
      end(trial, TrialState.FAILED, e.toString());
    }
  }

  private void run(
      ProposalTrial trial, Map<String, byte[]> live, Map<String, byte[]> sent, Path folder)
      throws InterruptedException, IOException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    RecordedLog recorded =
        journal.read(
            new IncidentChoice(
                today.minusDays(trial.days()),
                today.plusDays(1),
                Integer.MAX_VALUE,
                trial.incidents()));
    if (recorded.rows().isEmpty()) {
      end(trial, TrialState.FAILED, "No incident was reported in these days.");
      return;
    }
    TrialProgress progress = new TrialProgress();
    try (TrialProgram program =
        TrialProgram.start(
            application(),
            RecordedLogFile.write(recorded, folder.resolve("desk-journal.json.gz")),
            live,
            sent,
            folder,
            List.of("--in-turn"),
            settings.environment(),
            settings.memory(),
            progress::heard)) {
      if (isAtItsEnd(trial, program, progress)) {
        keep(trial, program);
      }
    }
  }

  /** Waits; returns whether it came to its end by itself. */
  private boolean isAtItsEnd(ProposalTrial trial, TrialProgram program, TrialProgress progress)
      throws InterruptedException {
    long begun = System.nanoTime();
    long looked = begun;
    while (program.isRunning()) {
      long now = System.nanoTime();
      if (isClosing) {
        end(trial, TrialState.INTERRUPTED, null);
        return false;
      }
      if (now - begun > settings.timeLimit().toNanos()) {
        end(
            trial,
            TrialState.FAILED,
            "It took longer than %d minutes. Try fewer incidents."
                .formatted(settings.timeLimit().toMinutes()));
        return false;
      }
      if (now - looked > BETWEEN_LOOKS.toNanos()) {
        looked = now;
        if (!trials.goesOn(trial.id(), progress.percent())) {
          return false; // it was cancelled
        }
      }
    }
    return true;
  }

  private void keep(ProposalTrial trial, TrialProgram program)
      throws InterruptedException, IOException {
    if (program.exit() == 0) {
      trials.keep(
          trial.id(),
          Files.readString(program.report().resolve("report.json")),
          ReportArchive.of(program.report()),
          clock.instant());
    } else if (isClosing) {
      end(trial, TrialState.INTERRUPTED, null);
    } else {
      log.warn(
          "Trial {} of proposal {} failed: {}", trial.number(), trial.proposalId(), program.said());
      end(trial, TrialState.FAILED, program.said());
    }
  }

  private void end(ProposalTrial trial, TrialState state, String message) {
    trials.end(
        trial.id(),
        state,
        message == null ? null : TextInput.shortened(message.strip(), LONGEST_MESSAGE),
        clock.instant());
  }

  /** The program, whose main method starts the command as well. */
  private Class<?> application() {
    return context.getBeansWithAnnotation(SpringBootApplication.class).values().stream()
        .findFirst()
        .<Class<?>>map(ClassUtils::getUserClass)
        .orElseThrow(() -> new IllegalStateException("There is no application to start"));
  }

  @Override
  public void destroy() throws InterruptedException {
    isClosing = true;
    thread.shutdown();
    thread.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
  }
}
