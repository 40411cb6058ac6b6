package dev.baton.demo;

import static java.util.Comparator.comparing;

import dev.baton.engine.ActingPerson;
import dev.baton.engine.Actor;
import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.report.ReportIncident;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Creates the demo incidents by playing them: it sets the clock to each step, performs the step in
 * the person's name, and lets the flow continue. Only for a desk that is not open yet: the clock is
 * everybody's.
 */
@Component
class DemoPlayer {

  private static final Logger log = LoggerFactory.getLogger(DemoPlayer.class);
  private static final String ORIGIN = "Tasklist";

  private final ReportIncident reports;
  private final DemoStage stage;
  private final ActingPerson actingPerson;
  private final EngineClock clock;
  private final DueJobs jobs;

  DemoPlayer(
      ReportIncident reports,
      DemoStage stage,
      ActingPerson actingPerson,
      EngineClock clock,
      DueJobs jobs) {
    this.reports = reports;
    this.stage = stage;
    this.actingPerson = actingPerson;
    this.clock = clock;
    this.jobs = jobs;
  }

  /** Plays them, oldest incident first; returns how many succeeded. */
  int tell(List<DemoIncident> stories) {
    Instant now = clock.instant();
    try {
      return (int)
          stories.stream()
              .sorted(comparing(story -> story.begin().seenFrom(now)))
              .filter(story -> isTold(story, now))
              .count();
    } finally {
      clock.reset();
    }
  }

  /** Lets somebody have done this then. */
  void tell(DemoTime moment, String who, Runnable work) {
    clock.travelTo(moment.seenFrom(clock.instant()));
    try {
      perform(who, work);
    } finally {
      clock.reset();
    }
  }

  private boolean isTold(DemoIncident story, Instant now) {
    try {
      tell(story, now);
      return true;
    } catch (RuntimeException failure) {
      log.error(
          "The demonstration could not tell '{}' to its end.", story.report().subject(), failure);
      return false;
    }
  }

  private void tell(DemoIncident story, Instant now) {
    Instant moment = story.begin().seenFrom(now);
    clock.travelTo(moment);
    perform(
        story.loggedBy(),
        () -> {
          String number = reports.report(story.report()).number();
          stage.remember(story.name(), new IncidentNumber(number));
        });
    for (DemoIncident.Step step : story.steps()) {
      moment = earlier(moment.plus(step.after()), now);
      passTo(moment);
      perform(step.who(), () -> step.act().perform(stage.number(story.name()), stage));
    }
    passTo(now);
  }

  /** Every timer on the way has its turn at its own moment. */
  private void passTo(Instant moment) {
    Optional<Instant> due = jobs.nextDue();
    while (due.isPresent() && !due.get().isAfter(moment)) {
      if (due.get().isAfter(clock.instant())) {
        clock.travelTo(due.get());
      }
      if (jobs.runDue() == 0) {
        break;
      }
      due = jobs.nextDue();
    }
    clock.travelTo(moment);
    jobs.runDue();
  }

  private void perform(String who, Runnable work) {
    if (who == null) {
      work.run();
    } else {
      actingPerson.as(new Actor(who, ORIGIN), work);
    }
    jobs.runDue();
  }

  /** Nothing has happened that has not happened yet. */
  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
