package dev.baton.incident;

import dev.baton.engine.ActingPerson;
import dev.baton.incident.IncidentEvent.Kind;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the other modules what happened to an incident, once its rows are written. */
@Component
class Happenings {

  private final ApplicationEventPublisher events;
  private final ActingPerson actingPerson;
  private final Clock clock;

  Happenings(ApplicationEventPublisher events, ActingPerson actingPerson, Clock clock) {
    this.events = events;
    this.actingPerson = actingPerson;
    this.clock = clock;
  }

  void tell(Incident incident, Kind kind) {
    tell(incident, kind, null);
  }

  void tell(Incident incident, Kind kind, HoldReason reason) {
    events.publishEvent(
        new IncidentEvent(
            incident.number(), kind, clock.instant(), actingPerson.current(), reason));
  }
}
