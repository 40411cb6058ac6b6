package dev.baton.flow.backtest.replay;

import dev.baton.engine.ActingPerson;
import dev.baton.engine.Actor;
import dev.baton.flow.backtest.log.LogRow;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import dev.baton.incident.report.ReportIncident;
import java.time.Duration;
import java.util.function.Supplier;

/** Takes the steps of a log through the use cases that the API uses, as the person who did. */
public final class ReplayedWork {

  static final String NOTE = "As recorded.";

  /** The log promises no end of a hold. */
  private static final Duration NO_END_IN_SIGHT = Duration.ofDays(365);

  private final ReportIncident reports;
  private final IncidentActions desk;
  private final RecordedActs acts;
  private final ActingPerson actingPerson;

  public ReplayedWork(ScratchDesk scratch) {
    this.reports = scratch.bean(ReportIncident.class);
    this.desk = scratch.bean(IncidentActions.class);
    this.acts = new RecordedActs(scratch);
    this.actingPerson = scratch.bean(ActingPerson.class);
  }

  void take(ReplayedIncident incident, LogRow row, ReplayStep step) {
    if (step instanceof ReplayStep.Report) {
      incident.nowIs(as(row.by(), () -> reports.report(ReplayNames.reportOf(row))));
      acts.reported(incident.incident(), incident.number());
    } else if (step instanceof ReplayStep.Confirm) {
      incident.confirmed(as(row.by(), () -> desk.confirm(incident.number())));
    } else if (step instanceof ReplayStep.Claim claim) {
      incident.nowIs(as(claim.person(), () -> desk.claim(incident.number())));
    } else if (step instanceof ReplayStep.AsRecorded recorded) {
      Supplier<IncidentView> act = () -> acts.take(incident, recorded.event());
      IncidentView now =
          recorded.event().isByFlow() ? actingPerson.as(Actor.FLOW, act) : as(row.by(), act);
      if (now.status() == Status.CLOSED) {
        incident.confirmed(now);
      } else {
        incident.nowIs(now);
      }
    } else {
      incident.nowIs(as(row.by(), () -> act(incident.number(), row, step)));
    }
  }

  private IncidentView act(IncidentNumber number, LogRow row, ReplayStep step) {
    if (step instanceof ReplayStep.AssignGroup to) {
      return desk.assign(number, ReplayNames.team(to.group()), ReplayNames.login(to.person()));
    } else if (step instanceof ReplayStep.AssignPerson to) {
      return desk.assign(number, null, ReplayNames.login(to.person()));
    } else if (step instanceof ReplayStep.Release) {
      return desk.release(number);
    } else if (step instanceof ReplayStep.Reprioritise to) {
      return desk.reprioritise(number, to.impact(), to.urgency(), NOTE);
    } else if (step instanceof ReplayStep.Start) {
      return desk.start(number);
    } else if (step instanceof ReplayStep.Hold hold) {
      return desk.hold(number, hold.reason(), row.at().plus(NO_END_IN_SIGHT), NOTE);
    } else if (step instanceof ReplayStep.Resume) {
      return desk.resume(number, NOTE);
    } else if (step instanceof ReplayStep.Resolve) {
      return desk.resolve(number, ResolutionCode.FIXED, NOTE);
    } else if (step instanceof ReplayStep.Reopen) {
      return desk.reopen(number, NOTE);
    } else if (step instanceof ReplayStep.Cancel) {
      return desk.cancel(number, NOTE);
    }
    throw new IllegalArgumentException("No use case for " + step);
  }

  private <T> T as(String person, Supplier<T> work) {
    return actingPerson.as(new Actor(ReplayNames.actor(person), "Back-test"), work);
  }
}
