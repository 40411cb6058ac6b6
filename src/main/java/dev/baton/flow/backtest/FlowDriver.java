package dev.baton.flow.backtest;

import dev.baton.engine.ActingPerson;
import dev.baton.engine.Actor;
import dev.baton.engine.FlowConflict;
import dev.baton.engine.NotOffered;
import dev.baton.incident.IncidentDesk;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentSearch;
import dev.baton.incident.IncidentView;
import dev.baton.incident.InvalidInput;
import dev.baton.incident.ReportIncident;
import dev.baton.incident.ResolutionCode;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Does in Baton what an event asks for, through the use cases that the API uses. */
final class FlowDriver {

  /** The log promises no end of a hold. */
  private static final Duration NO_END_IN_SIGHT = Duration.ofDays(365);

  private static final String NOTE = "As recorded.";

  private final ReportIncident reports;
  private final IncidentDesk desk;
  private final IncidentSearch incidents;
  private final ActingPerson actingPerson;
  private final SimulatedTime time;

  FlowDriver(
      ReportIncident reports,
      IncidentDesk desk,
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
  void open(Replayed incident, LogRow first) {
    attempt(incident, first, new Step.Report());
  }

  /** Does the event's steps; what is refused is noted on the incident. */
  void replay(Replayed incident, LogRow row) {
    List<Step> steps = EventDerivation.stepsTo(row, incident.recorded());
    if (!steps.isEmpty()) {
      if (incident.mayHaveClosedBy(row.at())) {
        incident.nowIs(incidents.get(incident.number()));
      }
      steps.forEach(step -> attempt(incident, row, step));
    }
    incident.passed(row);
  }

  private void attempt(Replayed incident, LogRow row, Step step) {
    if (step instanceof Step.Refuse refuse) {
      incident.refuse(row, refuse.refusal());
    } else if (step instanceof Step.Report && incident.isReported()) {
      return; // when it was opened
    } else if (!incident.isReported() && !(step instanceof Step.Report)) {
      incident.refuse(row, Refusal.NOT_REPORTED);
    } else if (incident.isClosedInBaton()) {
      if (!(step instanceof Step.Confirm)) {
        incident.refuse(
            row,
            incident.recorded().state() == RecordedState.CLOSED
                ? Refusal.AFTER_CLOSING
                : Refusal.CLOSED_BY_TIMER);
      }
    } else {
      try {
        take(incident, row, step);
        time.settle();
      } catch (NotOffered | InvalidInput | FlowConflict e) {
        incident.refuse(row, Refusal.byFlow(e.getMessage()));
      }
    }
  }

  private void take(Replayed incident, LogRow row, Step step) {
    if (step instanceof Step.Report) {
      incident.nowIs(as(row.by(), () -> reports.report(Names.reportOf(row))));
    } else if (step instanceof Step.Confirm) {
      incident.confirmed(as(row.by(), () -> desk.confirm(incident.number())));
    } else if (step instanceof Step.Claim claim) {
      incident.nowIs(as(claim.person(), () -> desk.claim(incident.number())));
    } else {
      incident.nowIs(as(row.by(), () -> act(incident.number(), row, step)));
    }
  }

  private IncidentView act(IncidentNumber number, LogRow row, Step step) {
    if (step instanceof Step.AssignGroup to) {
      return desk.assign(number, Names.team(to.group()), Names.login(to.person()));
    } else if (step instanceof Step.AssignPerson to) {
      return desk.assign(number, null, Names.login(to.person()));
    } else if (step instanceof Step.Release) {
      return desk.release(number);
    } else if (step instanceof Step.Reprioritise to) {
      return desk.reprioritise(number, to.impact(), to.urgency(), NOTE);
    } else if (step instanceof Step.Start) {
      return desk.start(number);
    } else if (step instanceof Step.Hold hold) {
      return desk.hold(number, hold.reason(), row.at().plus(NO_END_IN_SIGHT), NOTE);
    } else if (step instanceof Step.Resume) {
      return desk.resume(number, NOTE);
    } else if (step instanceof Step.Resolve) {
      return desk.resolve(number, ResolutionCode.FIXED, NOTE);
    } else if (step instanceof Step.Reopen) {
      return desk.reopen(number, NOTE);
    }
    throw new IllegalArgumentException("No use case for " + step);
  }

  private <T> T as(String person, Supplier<T> work) {
    return actingPerson.as(new Actor(Names.actor(person), "Back-test"), work);
  }
}
