package dev.baton.escalation;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.baton.client.ClientDirectory;
import dev.baton.engine.ActingPerson;
import dev.baton.incident.EscalationNotes;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentSearch;
import dev.baton.incident.IncidentView;
import dev.baton.sla.ClientTime;
import dev.baton.staff.Duty;
import dev.baton.staff.Post;
import dev.baton.staff.Presence;
import dev.baton.staff.Responder;
import dev.baton.staff.Role;
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

/** What the flow of an escalation does: the only writer of how a climb stands. */
@Service
@Transactional
public class Climbs {

  private final ClimbRecord climbs;
  private final IncidentSearch incidents;
  private final ClientDirectory clients;
  private final EscalationNotes notes;
  private final Duty duty;
  private final RungHours hours;
  private final ActingPerson actingPerson;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Climbs(
      ClimbRecord climbs,
      IncidentSearch incidents,
      ClientDirectory clients,
      EscalationNotes notes,
      Duty duty,
      RungHours hours,
      ActingPerson actingPerson,
      ApplicationEventPublisher events,
      Clock clock) {
    this.climbs = climbs;
    this.incidents = incidents;
    this.clients = clients;
    this.notes = notes;
    this.duty = duty;
    this.hours = hours;
    this.actingPerson = actingPerson;
    this.events = events;
    this.clock = clock;
  }

  /** What the decision needs to know of the incident. */
  public record Facts(String tier, String priority) {}

  /**
   * How the search on a rung ended.
   *
   * @param found whether somebody is told now
   * @param dueAt until when an answer is awaited, or when the first hours open; null to climb on
   */
  public record Search(boolean found, Instant dueAt) {}

  /** Takes over the rungs for the first trigger; returns whether there is anybody to tell. */
  public boolean read(long id, Trigger cause, List<Rung> rungs) {
    Escalation escalation = climbs.get(id);
    add(escalation, cause, rungs);
    if (escalation.rung() == 0) {
      climbs.write(
          escalation, ClimbEntry.Kind.NOT_CLIMBED, "The ladder has no rung for this trigger.");
      escalation.end(EscalationState.NOT_CLIMBED, clock.instant());
      climbs.flush();
      return false;
    }
    return true;
  }

  /** Adds the rungs for another trigger; one that begins higher moves the climb up there. */
  public void add(long id, Trigger cause, List<Rung> rungs) {
    add(climbs.get(id), cause, rungs);
  }

  private void add(Escalation escalation, Trigger cause, List<Rung> rungs) {
    climbs.keep(escalation, rungs, cause);
    rungs.stream().mapToInt(Rung::number).min().ifPresent(escalation::beginAt);
    climbs.flush();
  }

  /** Looks for somebody on the rung where the climb stands, and tells whoever is there. */
  public Search findResponder(long id) {
    Escalation escalation = climbs.get(id);
    List<Rung> ladder = climbs.ladder(escalation).stream().map(StoredRung::rung).toList();
    Rung rung = onRung(ladder, escalation.rung());
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
          "Nobody answers for the %s. %s".formatted(words(rung, incident), reasons(responder)));
      return new Search(false, null);
    }
    return tell(escalation, rung, incident, responder, now);
  }

  /** Nobody is registered who could be told: looked for again, until somebody is. */
  private Search nobodyAtAll(Escalation escalation, Rung rung, IncidentView incident, Instant now) {
    Instant again = now.plus(rung.toAcknowledge());
    climbs.write(
        climbs
            .entry(
                escalation,
                ClimbEntry.Kind.GAP,
                "Nobody is registered as %s, nor as administrator; looked for again at %s."
                    .formatted(words(rung, incident), clientsTime(incident).withZone(again)))
            .about(null, null, again));
    escalation.waitUntil(again);
    climbs.flush();
    return new Search(false, again);
  }

  private static Rung onRung(List<Rung> ladder, int number) {
    return ladder.stream()
        .filter(rung -> rung.number() >= number)
        .findFirst()
        .orElse(ladder.get(ladder.size() - 1));
  }

  /** A rung is passed outside its hours; above the top one there is nobody but to wait for. */
  private Search closed(
      Escalation escalation, List<Rung> ladder, Rung rung, boolean isTop, Instant now) {
    skip(
        escalation,
        "The %s is not called now: the hours, %s, open again at %s."
            .formatted(
                rung.role().words(),
                rung.calendar(),
                onTheWall(rung, hours.nextOpening(rung, now))));
    return isTop ? waitForFirst(escalation, ladder, now) : new Search(false, null);
  }

  private Search waitForFirst(Escalation escalation, List<Rung> ladder, Instant now) {
    Map<Integer, Instant> openings = new TreeMap<>();
    ladder.stream()
        .filter(rung -> rung.number() >= escalation.beginsAt() && !hours.isOpen(rung, now))
        .forEach(rung -> openings.put(rung.number(), hours.nextOpening(rung, now)));
    Instant first = Collections.min(openings.values());
    openings.entrySet().stream()
        .filter(opening -> opening.getValue().equals(first))
        .findFirst()
        .ifPresent(opening -> escalation.standOn(opening.getKey()));
    climbs.write(
        climbs
            .entry(
                escalation,
                ClimbEntry.Kind.WAITS,
                "Nobody further up is called at this hour; it goes on at %s."
                    .formatted(onTheWall(ladder.get(0), first)))
            .about(null, null, first));
    escalation.waitUntil(first);
    climbs.flush();
    return new Search(false, first);
  }

  private Responder responder(
      Escalation escalation, Rung rung, IncidentView incident, boolean isTop, Instant now) {
    Map<String, Integer> onHand = climbs.onHand();
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
    return climbs.entries(escalation).stream()
        .filter(entry -> entry.kind() == ClimbEntry.Kind.TOLD)
        .filter(entry -> entry.round() == escalation.round())
        .map(ClimbEntry::person)
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
                    "Nobody above is left. %s is told all the same: %s."
                        .formatted(person.name(), person.because()),
                    nobody.passedOver()))
        .orElse(nobody);
  }

  private Search tell(
      Escalation escalation, Rung rung, IncidentView incident, Responder responder, Instant now) {
    Instant until = hours.after(rung, now, rung.toAcknowledge());
    escalation.standOn(rung.number());
    escalation.told(responder, rung.role(), now, until);
    String unknown =
        hours.isUnknown(rung)
            ? " The calendar '%s' is not published; counted around the clock."
                .formatted(rung.calendar())
            : "";
    climbs.write(
        climbs
            .entry(
                escalation,
                ClimbEntry.Kind.TOLD,
                "%s is told for the %s. %s%s%s"
                    .formatted(
                        responder.name(),
                        words(rung, incident),
                        responder.because(),
                        unknown,
                        passedOver(responder)))
            .about(responder.login(), responder.standsInFor(), until));
    climbs.flush();
    notes.escalated(
        escalation.incident(),
        "%s told, to acknowledge by %s."
            .formatted(responder.name(), clientsTime(incident).withZone(until)),
        null);
    events.publishEvent(
        new EscalationTold(
            escalation.id(),
            escalation.incident(),
            escalation.cause(),
            rung.number(),
            escalation.round(),
            responder.login(),
            until,
            rung.reach()));
    return new Search(true, until);
  }

  /** In the zone of the rung's hours. */
  private String onTheWall(Rung rung, Instant instant) {
    return new ClientTime(hours.calendar(rung).zone()).withZone(instant);
  }

  private ClientTime clientsTime(IncidentView incident) {
    return new ClientTime(clients.client(incident.clientId()).zone());
  }

  private void skip(Escalation escalation, String text) {
    climbs.write(escalation, ClimbEntry.Kind.SKIPPED, text);
    climbs.flush();
  }

  private static String words(Rung rung, IncidentView incident) {
    return rung.post(incident.team()).words();
  }

  private static String reasons(Responder responder) {
    return responder.passedOver().isEmpty()
        ? "No such person is registered."
        : named(responder.passedOver());
  }

  private static String passedOver(Responder responder) {
    return responder.passedOver().isEmpty() ? "" : " Not told: " + named(responder.passedOver());
  }

  private static String named(List<Presence> people) {
    return people.stream()
            .limit(10)
            .map(person -> person.name() + " (" + person.because() + ")")
            .collect(joining(", "))
        + (people.size() > 10 ? " and %d more.".formatted(people.size() - 10) : ".");
  }

  /** The answer or the decision did not come in time, or nobody was there: one rung up. */
  public void climb(long id) {
    Escalation escalation = climbs.get(id);
    List<Rung> ladder = climbs.ladder(escalation).stream().map(StoredRung::rung).toList();
    noteSilence(escalation);
    escalation.search();
    Rung top = ladder.get(ladder.size() - 1);
    if (escalation.rung() < top.number()) {
      escalation.standOn(onRung(ladder, escalation.rung() + 1).number());
    } else {
      climbs.write(
          escalation,
          ClimbEntry.Kind.GAP,
          "The ladder ends here and nobody answered: its top is told again.");
      notes.escalated(
          escalation.incident(), "The whole ladder was silent; its top is told again.", null);
      escalation.repeat();
    }
    climbs.flush();
  }

  private void noteSilence(Escalation escalation) {
    switch (escalation.state()) {
      case TOLD -> silent(escalation, "did not answer in time");
      case ACKNOWLEDGED -> silent(escalation, "answered, but did not decide in time");
      default -> {
        // nobody was asked on this rung
      }
    }
  }

  private void silent(Escalation escalation, String what) {
    climbs.write(
        climbs
            .entry(escalation, ClimbEntry.Kind.SILENT, escalation.responder() + " " + what + ".")
            .about(escalation.responder(), null, escalation.dueAt()));
    notes.escalated(
        escalation.incident(), escalation.responder() + " " + what + "; one rung up.", null);
  }

  /** Who acts answers; returns until when a decision is awaited. */
  public Instant acknowledge(long id) {
    Escalation escalation = climbs.get(id);
    Instant now = clock.instant();
    String by = actingPerson.current().name();
    List<Rung> ladder = climbs.ladder(escalation).stream().map(StoredRung::rung).toList();
    Rung rung = onRung(ladder, escalation.rung());
    Instant until = hours.after(rung, now, rung.toDecide());
    escalation.acknowledge(by, now, until);
    climbs.write(
        climbs
            .entry(escalation, ClimbEntry.Kind.ACKNOWLEDGED, by + " answered and will decide.")
            .about(by, null, until));
    climbs.flush();
    notes.answered(escalation.incident(), by + " answered the escalation.", null);
    return until;
  }

  /** Notes what was decided, once it is done. */
  public void decided(long id, Decision decision, String note, boolean isSettled) {
    Escalation escalation = climbs.get(id);
    String by = actingPerson.current().name();
    String text = by + " " + decision.words() + ".";
    climbs.write(
        climbs
            .entry(escalation, ClimbEntry.Kind.DECIDED, note == null ? text : text + " " + note)
            .about(by, null, null));
    notes.answered(escalation.incident(), text, note);
    if (isSettled) {
      climbs.write(escalation, ClimbEntry.Kind.SETTLED, "Settled.");
      escalation.end(EscalationState.SETTLED, clock.instant());
    }
    climbs.flush();
  }

  /** The incident ended, or somebody ended the flow. */
  public void withdraw(long id, String why) {
    Escalation escalation = climbs.get(id);
    if (escalation.state().isOpen()) {
      climbs.write(escalation, ClimbEntry.Kind.WITHDRAWN, why);
      escalation.end(EscalationState.WITHDRAWN, clock.instant());
      climbs.flush();
    }
  }

  @Transactional(readOnly = true)
  public Facts facts(long id) {
    IncidentView incident = incidents.get(incident(id));
    return new Facts(
        clients.client(incident.clientId()).tier().name(),
        incident.priority() == null ? null : incident.priority().name());
  }

  public IncidentNumber incident(long id) {
    return climbs.get(id).incident();
  }

  /** As it stands, without its record. */
  @Transactional(readOnly = true)
  public EscalationView standing(long id) {
    return climbs.get(id).view(List.of(), List.of());
  }
}
