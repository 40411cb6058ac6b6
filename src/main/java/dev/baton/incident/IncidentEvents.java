package dev.baton.incident;

import dev.baton.engine.ActingPerson;
import dev.baton.incident.IncidentEvent.IncidentEventKind;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the other modules what happened to an incident, once its rows are written. */
@Component
public class IncidentEvents {

  private final ApplicationEventPublisher events;
  private final ActingPerson actingPerson;
  private final Clock clock;

  IncidentEvents(ApplicationEventPublisher events, ActingPerson actingPerson, Clock clock) {
    this.events = events;
    this.actingPerson = actingPerson;
    this.clock = clock;
  }

  public void tell(Incident incident, IncidentEventKind kind) {
    tell(incident, kind, null, kind == IncidentEventKind.ANSWERED);
  }

  /** On hold, with a question that a person wrote for the client or without. */
  void tellHeld(Incident incident, HoldReason reason, boolean isAnswer) {
    tell(incident, IncidentEventKind.HELD, reason, isAnswer);
  }

  /** Resolved, by words that a person wrote for the client or without. */
  void tellResolved(Incident incident, boolean isAnswer) {
    tell(incident, IncidentEventKind.RESOLVED, null, isAnswer);
  }

  private void tell(
      Incident incident, IncidentEventKind kind, HoldReason reason, boolean isAnswer) {
    events.publishEvent(
        new IncidentEvent(
            incident.number(), kind, clock.instant(), actingPerson.current(), reason, isAnswer));
  }
}
