package dev.baton.escalation;

import static java.util.stream.Collectors.joining;

import dev.baton.incident.IncidentView;
import dev.baton.staff.rota.Presence;
import dev.baton.staff.rota.Responder;
import dev.baton.web.text.LocalizableText;
import java.util.List;

/**
 * Words positions and people in the log of an escalation: as the API has them, and for readers of
 * any language.
 */
final class EscalationWording {

  /** More names would hide what the sentence says. */
  private static final int NAMED = 3;

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

  static LocalizableText raised(Trigger trigger, String note) {
    LocalizableText why = LocalizableText.name("entry.trigger", trigger);
    return note == null
        ? LocalizableText.of("entry.escalated", why)
        : LocalizableText.of("ladder.raisedWith", why, note);
  }

  static LocalizableText role(Rung rung) {
    return LocalizableText.name("ladder.role", rung.role());
  }

  /**
   * Who is asked.
   *
   * @param substituted name of the person whose deputy it is; null for none
   */
  static LocalizableText told(
      Rung rung, Responder responder, boolean isOnDuty, String substituted) {
    return substituted == null
        ? LocalizableText.of(
            "ladder.told",
            responder.name(),
            role(rung),
            LocalizableText.of(isOnDuty ? "ladder.onDuty" : "ladder.offDuty"))
        : LocalizableText.of("ladder.told.deputy", responder.name(), role(rung), substituted);
  }

  /** That nobody answers for the rung, and what keeps its people. */
  static LocalizableText nobody(Rung rung, Responder responder) {
    List<Presence> people = responder.passedOver();
    return people.stream()
        .limit(NAMED)
        .map(person -> LocalizableText.of("ladder.person", person.name(), person.words()))
        .reduce((one, other) -> LocalizableText.of("ladder.and", one, other))
        .map(
            all ->
                people.size() > NAMED
                    ? LocalizableText.of("ladder.more", all, people.size() - NAMED)
                    : all)
        .map(all -> LocalizableText.of("ladder.nobody", role(rung), all))
        .orElseGet(() -> LocalizableText.of("ladder.nobody.none", role(rung)));
  }

  private static String named(List<Presence> people) {
    return people.stream()
            .limit(10)
            .map(person -> person.name() + " (" + person.because() + ")")
            .collect(joining(", "))
        + (people.size() > 10 ? " and %d more.".formatted(people.size() - 10) : ".");
  }
}
