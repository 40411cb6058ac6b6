package dev.baton.flow.backtest.replay;

import dev.baton.engine.ActingPerson;
import dev.baton.engine.Actor;
import dev.baton.engine.FlowConflict;
import dev.baton.engine.NotOffered;
import dev.baton.flow.backtest.log.LogRow;
import dev.baton.flow.backtest.log.RecordedState;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.report.ReportIncident;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.web.validation.InvalidInput;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Does in Baton what an event asks for, through the use cases that the API uses. */
public final class FlowDriver {

  /** The log promises no end of a hold. */
  private static final Duration NO_END_IN_SIGHT = Duration.ofDays(365);

  private static final String NOTE = "As recorded.";

  private final ReportIncident reports;
  private final IncidentActions desk;
  private final IncidentSearch incidents;
  private final ActingPerson actingPerson;
  private final SimulatedTime time;

  public FlowDriver(
      ReportIncident reports,
      IncidentActions desk,
      IncidentSearch incidents,
      ActingPerson actingPerson,
      SimulatedTime time) {
    this.reports = reports;
    this.desk = desk;
    this.incidents = incidents;
    this.actingPerson = actingPerson;
    this.time = time;
  }

  /** Reports the incident as its first row tells it, before anything that the row changed. */
  void open(ReplayedIncident incident, LogRow first) {
    attempt(incident, first, new ReplayStep.Report());
  }

  /** Does the event's steps; what is refused is noted on the incident. */
  void replay(ReplayedIncident incident, LogRow row) {
    List<ReplayStep> steps = EventDerivation.stepsTo(row, incident.recorded());
    if (!steps.isEmpty()) {
      if (incident.mayHaveClosedBy(row.at())) {
        incident.nowIs(incidents.get(incident.number()));
      }
      steps.forEach(step -> attempt(incident, row, step));
    }
    incident.passed(row);
  }

  private void attempt(ReplayedIncident incident, LogRow row, ReplayStep step) {
    if (step instanceof ReplayStep.Refuse refuse) {
      incident.refuse(row, refuse.refusal());
    } else if (step instanceof ReplayStep.Report && incident.isReported()) {
      return; // when it was opened
    } else if (!incident.isReported() && !(step instanceof ReplayStep.Report)) {
      incident.refuse(row, SkippedEvent.NOT_REPORTED);
    } else if (incident.isClosedInBaton()) {
      if (!(step instanceof ReplayStep.Confirm)) {
        incident.refuse(
            row,
            incident.recorded().state() == RecordedState.CLOSED
                ? SkippedEvent.AFTER_CLOSING
                : SkippedEvent.CLOSED_BY_TIMER);
      }
    } else {
      try {
        take(incident, row, step);
        time.settle();
      } catch (NotOffered | InvalidInput | FlowConflict e) {
        incident.refuse(row, SkippedEvent.byFlow(e.getMessage()));
      }
    }
  }

  private void take(ReplayedIncident incident, LogRow row, ReplayStep step) {
    if (step instanceof ReplayStep.Report) {
      incident.nowIs(as(row.by(), () -> reports.report(ReplayNames.reportOf(row))));
    } else if (step instanceof ReplayStep.Confirm) {
      incident.confirmed(as(row.by(), () -> desk.confirm(incident.number())));
    } else if (step instanceof ReplayStep.Claim claim) {
      incident.nowIs(as(claim.person(), () -> desk.claim(incident.number())));
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
    }
    throw new IllegalArgumentException("No use case for " + step);
  }

  private <T> T as(String person, Supplier<T> work) {
    return actingPerson.as(new Actor(ReplayNames.actor(person), "Back-test"), work);
  }
}
