package dev.baton.escalation;

import static java.util.stream.Collectors.toSet;

import dev.baton.calendar.LocalTimeFormatter;
import dev.baton.client.ClientDirectory;
import dev.baton.incident.IncidentView;
import dev.baton.incident.journal.EscalationNotes;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.staff.Role;
import dev.baton.staff.rota.Duty;
import dev.baton.staff.rota.Post;
import dev.baton.staff.rota.Responder;
import dev.baton.web.text.LocalizableText;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks for who answers on a rung, and tells that person; records why others are passed over. */
@Service
@Transactional
public class ResponderLookup {

  private final EscalationRepository escalations;
  private final IncidentSearch incidents;
  private final ClientDirectory clients;
  private final EscalationNotes notes;
  private final Duty duty;
  private final RungHours hours;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ResponderLookup(
      EscalationRepository escalations,
      IncidentSearch incidents,
      ClientDirectory clients,
      EscalationNotes notes,
      Duty duty,
      RungHours hours,
      ApplicationEventPublisher events,
      Clock clock) {
    this.escalations = escalations;
    this.incidents = incidents;
    this.clients = clients;
    this.notes = notes;
    this.duty = duty;
    this.hours = hours;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The result of the search on a rung.
   *
   * @param found whether somebody is told now
   * @param dueAt when an answer is due, or when the first hours open; null for the next rung
   */
  public record LookupResult(boolean found, Instant dueAt) {}

  /** Finds a responder on the current rung and notifies that person. */
  public LookupResult find(long id) {
    Escalation escalation = escalations.inTurn(id);
    List<Rung> ladder = escalations.ladder(escalation).stream().map(StoredRung::rung).toList();
    Rung rung = Rung.atOrAbove(ladder, escalation.rung());
    boolean isTop = rung == ladder.get(ladder.size() - 1);
    Instant now = clock.instant();
    if (!hours.isOpen(rung, now)) {
      return closed(escalation, ladder, rung, isTop, now);
    }
    IncidentView incident = incidents.get(escalation.incident());
    Responder responder = responder(escalation, rung, incident, isTop, now);
    if (!responder.isThere() && isTop) {
      return nobodyAtAll(escalation, rung, incident, now);
    }
    if (!responder.isThere()) {
      skip(
          escalation,
          "No %s is available. %s"
              .formatted(
                  EscalationWording.words(rung, incident), EscalationWording.reasons(responder)),
          EscalationWording.nobody(rung, responder));
      return new LookupResult(false, null);
    }
    return tell(escalation, rung, incident, responder, now);
  }

  /** Nobody is registered who could be told: looked for again, until somebody is. */
  private LookupResult nobodyAtAll(
      Escalation escalation, Rung rung, IncidentView incident, Instant now) {
    Instant again = now.plus(rung.toAcknowledge());
    escalations.write(
        escalations
            .entry(
                escalation,
                EscalationLogEntry.EscalationLogEntryKind.GAP,
                "Nobody is registered as %s or as administrator. The next search is at %s."
                    .formatted(
                        EscalationWording.words(rung, incident),
                        clientsTime(incident).withZone(again)))
            .saying(LocalizableText.of("ladder.unstaffed", EscalationWording.role(rung), again))
            .about(null, null, again));
    escalation.waitUntil(again);
    escalations.flush();
    return new LookupResult(false, again);
  }

  /** A rung is passed outside its hours; above the top one there is nobody but to wait for. */
  private LookupResult closed(
      Escalation escalation, List<Rung> ladder, Rung rung, boolean isTop, Instant now) {
    Instant opening = hours.nextOpening(rung, now);
    skip(
        escalation,
        "The %s is not notified now: outside the hours of %s, which open again at %s."
            .formatted(rung.role().words(), rung.calendar(), onTheWall(rung, opening)),
        LocalizableText.of("ladder.closed", EscalationWording.role(rung), opening));
    return isTop ? waitForFirst(escalation, ladder, now) : new LookupResult(false, null);
  }

  private LookupResult waitForFirst(Escalation escalation, List<Rung> ladder, Instant now) {
    Map<Integer, Instant> openings = new TreeMap<>();
    ladder.stream()
        .filter(rung -> rung.number() >= escalation.beginsAt() && !hours.isOpen(rung, now))
        .forEach(rung -> openings.put(rung.number(), hours.nextOpening(rung, now)));
    Instant first = Collections.min(openings.values());
    openings.entrySet().stream()
        .filter(opening -> opening.getValue().equals(first))
        .findFirst()
        .ifPresent(opening -> escalation.standOn(opening.getKey()));
    escalations.write(
        escalations
            .entry(
                escalation,
                EscalationLogEntry.EscalationLogEntryKind.WAITS,
                "Nobody higher up is notified at this hour. The escalation continues at %s."
                    .formatted(onTheWall(ladder.get(0), first)))
            .saying(LocalizableText.of("ladder.waits", first))
            .about(null, null, first));
    escalation.waitUntil(first);
    escalations.flush();
    return new LookupResult(false, first);
  }

  private Responder responder(
      Escalation escalation, Rung rung, IncidentView incident, boolean isTop, Instant now) {
    Map<String, Integer> onHand = escalations.onHand();
    Set<String> asked = askedInThisRound(escalation);
    if (incident.assignee() != null) {
      asked.add(incident.assignee());
    }
    Responder found =
        duty.responder(
            rung.post(incident.team()), now, asked, login -> onHand.getOrDefault(login, 0));
    return !found.isThere() && isTop ? lastResort(rung, incident, now, found) : found;
  }

  private Set<String> askedInThisRound(Escalation escalation) {
    return escalations.entries(escalation).stream()
        .filter(entry -> entry.kind() == EscalationLogEntry.EscalationLogEntryKind.TOLD)
        .filter(entry -> entry.round() == escalation.round())
        .map(EscalationLogEntry::person)
        .collect(toSet());
  }

  /** The ladder ends at a person: at the top somebody is told who is off duty, if nobody is on. */
  private Responder lastResort(Rung rung, IncidentView incident, Instant now, Responder nobody) {
    return Stream.of(rung.post(incident.team()), new Post(null, Role.ADMIN))
        .flatMap(post -> duty.presences(post, now).stream())
        .findFirst()
        .map(
            person ->
                new Responder(
                    person.login(),
                    person.name(),
                    null,
                    null,
                    "Nobody higher up is left, so %s is notified: %s."
                        .formatted(person.name(), person.because()),
                    nobody.passedOver()))
        .orElse(nobody);
  }

  private LookupResult tell(
      Escalation escalation, Rung rung, IncidentView incident, Responder responder, Instant now) {
    Instant until = hours.after(rung, now, rung.toAcknowledge());
    escalation.standOn(rung.number());
    escalation.told(responder, rung.role(), now, until);
    String unknown =
        hours.isUnknown(rung)
            ? " The calendar '%s' is not published, so it counts as always open."
                .formatted(rung.calendar())
            : "";
    escalations.write(
        escalations
            .entry(
                escalation,
                EscalationLogEntry.EscalationLogEntryKind.TOLD,
                "%s is notified as the %s. %s%s%s"
                    .formatted(
                        responder.name(),
                        EscalationWording.words(rung, incident),
                        responder.because(),
                        unknown,
                        EscalationWording.passedOver(responder)))
            .saying(told(rung, responder, now))
            .about(responder.login(), responder.standsInFor(), until));
    escalations.flush();
    notes.escalated(
        escalation.incident(),
        LocalizableText.of("entry.responder-notified", responder.name(), until),
        null);
    events.publishEvent(
        new ResponderNotified(
            escalation.id(),
            escalation.incident(),
            escalation.cause(),
            rung.number(),
            escalation.round(),
            escalation.startedAt(),
            responder.login(),
            until,
            rung.reach()));
    return new LookupResult(true, until);
  }

  private LocalizableText told(Rung rung, Responder responder, Instant now) {
    return EscalationWording.told(
        rung,
        responder,
        duty.presence(responder.login(), now).onDuty(),
        responder.standsInFor() == null
            ? null
            : duty.presence(responder.standsInFor(), now).name());
  }

  /** In the zone of the rung's hours. */
  private String onTheWall(Rung rung, Instant instant) {
    return new LocalTimeFormatter(hours.calendar(rung).zone()).withZone(instant);
  }

  private LocalTimeFormatter clientsTime(IncidentView incident) {
    return new LocalTimeFormatter(clients.client(incident.clientId()).zone());
  }

  private void skip(Escalation escalation, String text, LocalizableText words) {
    escalations.write(
        escalations
            .entry(escalation, EscalationLogEntry.EscalationLogEntryKind.SKIPPED, text)
            .saying(words));
    escalations.flush();
  }
}
