package dev.baton.incident;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.Actor;
import dev.baton.incident.IncidentEvent.IncidentEventKind;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.TextInput;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an incident's flow does with it: the only writer of its status. Every step is journalled;
 * every step ends with the changes sent to the database, so that a conflict shows here.
 */
@Service
@Transactional
public class IncidentLifecycle {

  /** Of a line of the journal. */
  private static final int LONGEST_TEXT = 500;

  private final Incidents incidents;
  private final ClientDirectory clients;
  private final TeamLookup known;
  private final Journal journal;
  private final IncidentEvents incidentEvents;
  private final ActingPerson actingPerson;
  private final ConfirmationPeriod confirmation;
  private final ClientWorkingDays workingDays;
  private final Clock clock;

  IncidentLifecycle(
      Incidents incidents,
      ClientDirectory clients,
      TeamLookup known,
      Journal journal,
      IncidentEvents incidentEvents,
      ActingPerson actingPerson,
      ConfirmationPeriod confirmation,
      ClientWorkingDays workingDays,
      Clock clock) {
    this.confirmation = confirmation;
    this.workingDays = workingDays;
    this.incidents = incidents;
    this.clients = clients;
    this.known = known;
    this.journal = journal;
    this.incidentEvents = incidentEvents;
    this.actingPerson = actingPerson;
    this.clock = clock;
  }

  public IncidentFacts facts(IncidentNumber number) {
    Incident incident = incidents.get(number);
    return incident.facts(clients.client(incident.clientId()));
  }

  public void prioritise(IncidentNumber number, Priority priority) {
    Incident incident = incidents.inTurn(number);
    if (incident.priority() != priority) {
      incident.prioritise(priority);
      journal.write(
          incident, JournalKind.PRIORITISED, LocalizableText.of("entry.priority", priority));
      incidents.flush();
    }
  }

  /** Notes the new impact and urgency, for the decision that follows. */
  @RequiresPermission(Permission.REPRIORITISE)
  public void reassess(IncidentNumber number, Level impact, Level urgency, String note) {
    Incident incident = incidents.inTurn(number);
    IncidentView before = incident.view();
    incident.reassess(impact, urgency);
    String words = TextInput.optional("note", note, 10_000);
    if (impact != before.impact() || urgency != before.urgency() || words != null) {
      journal.write(
          incident,
          JournalKind.PRIORITISED,
          LocalizableText.of(
              "entry.reassessed",
              LocalizableText.name("entry.level", impact),
              LocalizableText.name("entry.level", urgency),
              LocalizableText.name("entry.level", before.impact()),
              LocalizableText.name("entry.level", before.urgency())),
          words);
    }
    incidents.flush();
  }

  /** Sends it where the routing says; returns the facts as they are then. */
  public IncidentFacts route(IncidentNumber number, String team) {
    Incident incident = incidents.inTurn(number);
    String before = incident.team();
    Status status = incident.status();
    boolean moved = incident.route(known.team("team", team).code());
    if (moved || status == Status.RECEIVED || !Objects.equals(before, incident.team())) {
      journal.write(
          incident, JournalKind.ROUTED, LocalizableText.of("entry.routed", incident.team()));
    }
    incidents.flush();
    if (status == Status.RECEIVED) {
      incidentEvents.tell(incident, IncidentEventKind.ASSIGNED);
    }
    return facts(number);
  }

  @RequiresPermission(Permission.WORK)
  public IncidentFacts passToSecondLine(IncidentNumber number, String team, String note) {
    Incident incident = incidents.inTurn(number);
    incident.passToSecondLine(known.team("team", team).code());
    journal.write(
        incident,
        JournalKind.PASSED_TO_SECOND_LINE,
        LocalizableText.of("entry.second-line", incident.team()),
        TextInput.optional("note", note, 10_000));
    incidents.flush();
    return facts(number);
  }

  /** A person hands it to another team, and perhaps to a person there. */
  @RequiresPermission(Permission.WORK)
  public IncidentFacts handTo(IncidentNumber number, String team, String person, String note) {
    Incident incident = incidents.inTurn(number);
    String code = known.team("toTeam", TextInput.required("toTeam", team, 60)).code();
    String login = person == null ? null : known.agent("assignee", person).login();
    if (incident.handTo(code, login)) {
      journal.write(
          incident,
          JournalKind.REASSIGNED,
          login == null
              ? LocalizableText.of("entry.reassigned.team", code)
              : LocalizableText.of("entry.reassigned.person", code, login),
          TextInput.optional("note", note, 10_000));
    }
    incidents.flush();
    return facts(number);
  }

  /**
   * Somebody is on it now, or nobody.
   *
   * @return whether work begins with it: who takes it for himself is to be told so
   */
  @RequiresPermission(Permission.WORK)
  public boolean assign(IncidentNumber number, String person) {
    Incident incident = incidents.inTurn(number);
    String login = person == null ? null : known.agent("assignee", person).login();
    Actor actor = actingPerson.current();
    boolean takes = login != null && actor.name().equals(login);
    if (!Objects.equals(incident.assignee(), login)) {
      if (takes) {
        incident.takenBy(login);
      } else {
        incident.assignTo(login);
      }
      journal.write(incident, JournalKind.ASSIGNED, assigned(login, takes));
    }
    incidents.flush();
    return takes && incident.status() == Status.ASSIGNED;
  }

  private static LocalizableText assigned(String login, boolean takes) {
    if (login == null) {
      return LocalizableText.of("entry.returned");
    }
    return LocalizableText.of(takes ? "entry.taken" : "entry.assigned", login);
  }

  @RequiresPermission(Permission.WORK)
  public void start(IncidentNumber number) {
    Incident incident = incidents.inTurn(number);
    if (incident.status() != Status.IN_PROGRESS) {
      incident.start();
      journal.write(incident, JournalKind.STARTED, LocalizableText.of("entry.started"));
      incidents.flush();
    }
  }

  /**
   * @param reason null keeps the reason of a hold that is prolonged
   */
  @RequiresPermission(Permission.WORK)
  public Hold hold(IncidentNumber number, HoldReason reason, Instant until, String note) {
    Incident incident = incidents.inTurn(number);
    Hold before = incident.hold();
    HoldReason why = reason == null && before != null ? before.reason() : reason;
    if (why == null) {
      throw new InvalidInput("holdReason", LocalizableText.of("refused.hold.reason"));
    }
    if (until == null) {
      throw new InvalidInput("holdUntil", LocalizableText.of("refused.hold.until"));
    }
    if (!until.isAfter(clock.instant())) {
      throw new InvalidInput("holdUntil", LocalizableText.of("refused.hold.past"));
    }
    Instant since = before == null ? clock.instant() : before.since();
    Hold hold = new Hold(why, since, until, actingPerson.current().name());
    incident.hold(hold);
    String words = TextInput.optional("note", note, 10_000);
    boolean isNew = before == null || before.reason() != why;
    boolean isQuestion = isNew && why == HoldReason.REQUESTER && words != null;
    journal.write(
        incident,
        isQuestion ? JournalKind.ASKED : JournalKind.HELD,
        LocalizableText.of("entry.held", LocalizableText.name("entry.hold", why), until),
        words);
    incidents.flush();
    if (isNew) {
      incidentEvents.tellHeld(incident, why, isQuestion);
    }
    return hold;
  }

  /** For a wait that no step has announced; a hold that there is stays as it is. */
  public void holdIfAtWork(IncidentNumber number, String reason, Instant until, String what) {
    Status status = incidents.get(number).status();
    if (status == Status.ASSIGNED || status == Status.IN_PROGRESS) {
      hold(number, HoldReason.valueOf(reason == null ? "CHANGE" : reason), until, what);
    }
  }

  /** For work that goes on although no step has ended the hold. */
  public void resumeIfOnHold(IncidentNumber number) {
    if (incidents.get(number).status() == Status.ON_HOLD) {
      resume(number, null);
    }
  }

  @RequiresPermission(Permission.WORK)
  public void resume(IncidentNumber number, String note) {
    Incident incident = incidents.inTurn(number);
    incident.resume();
    journal.write(
        incident,
        JournalKind.RESUMED,
        LocalizableText.of("entry.resumed"),
        TextInput.optional("note", note, 10_000));
    incidents.flush();
    incidentEvents.tell(incident, IncidentEventKind.RESUMED);
  }

  /** Notes that the requester wrote; returns whether the flow waits for that. */
  public boolean noteReply(IncidentNumber number) {
    Incident incident = incidents.inTurn(number);
    journal.write(incident, JournalKind.REPLIED, LocalizableText.of("entry.replied"));
    return incident.isAnswerAwaited();
  }

  /**
   * Resolves what somebody else may have approved meanwhile; returns when it closes if nobody
   * objects.
   *
   * @param resolver the login of the person whose resolution it is; null for the acting person
   * @param period how long it waits for the client's confirmation
   */
  @RequiresPermission(Permission.WORK)
  public Instant resolve(
      IncidentNumber number,
      ResolutionCode code,
      String note,
      String resolver,
      WaitingTime period) {
    Incident incident = incidents.inTurn(number);
    if (code == null) {
      throw new InvalidInput("resolutionCode", LocalizableText.of("refused.resolve.code"));
    }
    boolean amended = incident.status() == Status.RESOLVED;
    Instant now = clock.instant();
    incident.resolve(code, TextInput.required("note", note, 10_000), now);
    ClientView client = clients.client(incident.clientId());
    incident.closesAt(confirmation.endFor(incident.view(), client, now, period));
    journal.write(
        incident,
        JournalKind.RESOLVED,
        author(resolver),
        LocalizableText.of(
            amended ? "entry.resolution-amended" : "entry.resolved",
            LocalizableText.name("entry.resolution", code)),
        TextInput.required("note", note, 10_000));
    incidents.flush();
    if (!amended) {
      tellResolved(incident, code);
    }
    return incident.closesAt();
  }

  private Actor author(String resolver) {
    Actor current = actingPerson.current();
    return resolver == null || resolver.equals(current.name())
        ? current
        : new Actor(resolver, Actor.FLOW.origin());
  }

  /** A resolution note written by a person counts as a response that the client can see. */
  private void tellResolved(Incident incident, ResolutionCode code) {
    boolean written = code != ResolutionCode.NO_ANSWER && !actingPerson.current().isFlow();
    incidentEvents.tellResolved(incident, written);
  }

  /** Keeps with the incident what a form asked for. */
  public void keepDetails(IncidentNumber number, List<IncidentDetail> details) {
    Incident incident = incidents.inTurn(number);
    for (IncidentDetail detail : details) {
      if (incident.keep(detail)) {
        String text = detail.label() + ": " + detail.value();
        journal.write(
            incident,
            JournalKind.DETAIL_RECORDED,
            LocalizableText.of(
                "entry.detail", detail.label(), TextInput.shortened(text, LONGEST_TEXT)),
            text.length() > LONGEST_TEXT ? detail.value() : null);
      }
    }
    incidents.flush();
  }

  /** Somebody completed a task whose outcome no other entry tells, such as an approval. */
  public void taskCompleted(IncidentNumber number, String task) {
    journal.write(
        incidents.get(number),
        JournalKind.TASK_COMPLETED,
        LocalizableText.of("entry.task-completed", task));
  }

  /**
   * So much working time from now, by the client's calendar. For a resolved incident it is also
   * when it closes if nobody objects, which the client's mail says.
   */
  public Instant due(IncidentNumber number, int amount, WorkingTimeUnit unit) {
    Incident incident = incidents.inTurn(number);
    Instant due = workingDays.after(incident.view(), clock.instant(), amount, unit);
    if (incident.status() == Status.RESOLVED) {
      incident.closesAt(due);
      incidents.flush();
    }
    return due;
  }

  @RequiresPermission(Permission.REOPEN)
  public IncidentFacts reopen(IncidentNumber number, String note) {
    Incident incident = incidents.inTurn(number);
    incident.reopen();
    journal.write(
        incident,
        JournalKind.REOPENED,
        LocalizableText.of("entry.reopened"),
        TextInput.optional("note", note, 10_000));
    incidents.flush();
    incidentEvents.tell(incident, IncidentEventKind.REOPENED);
    return facts(number);
  }

  @RequiresPermission(Permission.WORK)
  public void linkDuplicate(IncidentNumber number, String original) {
    Incident incident = incidents.inTurn(number);
    Incident other =
        IncidentNumber.parse(original)
            .flatMap(found -> incidents.find(found.value()))
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "duplicateOf",
                        LocalizableText.of("refused.duplicate.unknown", String.valueOf(original))));
    if (other == incident || number.value().equals(other.duplicateOf())) {
      throw new InvalidInput("duplicateOf", LocalizableText.of("refused.duplicate.itself"));
    }
    incident.linkTo(other.number());
    journal.write(
        incident, JournalKind.DUPLICATE, LocalizableText.of("entry.duplicate", other.number()));
    incidents.flush();
  }

  public void close(IncidentNumber number) {
    Incident incident = incidents.inTurn(number);
    incident.close(clock.instant());
    journal.write(incident, JournalKind.CLOSED, LocalizableText.of("entry.closed"));
    incidents.flush();
    incidentEvents.tell(incident, IncidentEventKind.CLOSED);
  }

  @RequiresPermission(Permission.WORK)
  public void cancel(IncidentNumber number, String why) {
    Incident incident = incidents.inTurn(number);
    String reason = TextInput.required("note", why, 2_000);
    incident.cancel(reason, clock.instant());
    journal.write(incident, JournalKind.CANCELLED, LocalizableText.of("entry.cancelled"), reason);
    incidents.flush();
    incidentEvents.tell(incident, IncidentEventKind.CANCELLED);
  }

  /**
   * A flow of it was ended from outside: an incident that is still open is cancelled with it,
   * unless another flow has taken its place.
   */
  public void cancelWithFlow(IncidentNumber number, String instance, String why) {
    incidents
        .find(number.value())
        .filter(incident -> !incident.status().isFinal())
        .filter(incident -> !incident.isReplaced(instance))
        .ifPresent(
            incident ->
                cancel(number, why == null || why.isBlank() ? "Its flow was cancelled." : why));
  }
}
