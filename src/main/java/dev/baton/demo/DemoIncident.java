package dev.baton.demo;

import dev.baton.incident.IncidentReport;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What happened to one incident of the demonstration: who logged the report and when, and what
 * people did afterwards.
 *
 * @param name by which another story of it can speak of this incident
 * @param loggedBy sign-in name; null when nobody signed in, as for a mail
 */
record DemoIncident(
    String name, DemoTime begin, String loggedBy, IncidentReport report, List<Step> steps) {

  /** One thing that somebody did; who is null when the flow was left to itself. */
  record Step(Duration after, String who, DemoAction act) {}

  static DemoIncident of(String name, DemoTime begin, String loggedBy, IncidentReport report) {
    return new DemoIncident(name, begin, loggedBy, report, List.of());
  }

  /** So long after the step before, somebody did this. */
  DemoIncident then(Duration after, String who, DemoAction act) {
    Step step = new Step(after, who, act);
    return new DemoIncident(
        name, begin, loggedBy, report, Stream.concat(steps.stream(), Stream.of(step)).toList());
  }

  /** So long after the step before, the flow's own timers had their turn. */
  DemoIncident thenWaited(Duration after) {
    return then(after, null, (number, desk) -> {});
  }
}
