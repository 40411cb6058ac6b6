package dev.baton.escalation;

import static java.util.stream.Collectors.joining;

import dev.baton.incident.IncidentView;
import dev.baton.staff.rota.Presence;
import dev.baton.staff.rota.Responder;
import java.util.List;

/** Words positions and people in the log of an escalation. */
final class EscalationWording {

  private EscalationWording() {}

  static String words(Rung rung, IncidentView incident) {
    return rung.post(incident.team()).words();
  }

  static String reasons(Responder responder) {
    return responder.passedOver().isEmpty()
        ? "No one with this role is registered."
        : named(responder.passedOver());
  }

  static String passedOver(Responder responder) {
    return responder.passedOver().isEmpty()
        ? ""
        : " Not notified: " + named(responder.passedOver());
  }

  private static String named(List<Presence> people) {
    return people.stream()
            .limit(10)
            .map(person -> person.name() + " (" + person.because() + ")")
            .collect(joining(", "))
        + (people.size() > 10 ? " and %d more.".formatted(people.size() - 10) : ".");
  }
}
