package dev.baton.major;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.engine.ActingPerson;
import dev.baton.escalation.Escalations;
import dev.baton.escalation.Trigger;
import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Status;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.NewContact;
import dev.baton.incident.journal.MajorIncidentNotes;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.TextInput;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The regular updates of a major incident: planned, asked for, sent out, missed. */
@Service
@Transactional
public class RegularUpdates {

  private static final String SUBJECT = "Update on a major incident";

  private final MajorIncidents majors;
  private final RelatedIncidents related;
  private final IncidentSearch incidents;
  private final ContactLog contacts;
  private final MajorIncidentNotes notes;
  private final Escalations escalations;
  private final ActingPerson actingPerson;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RegularUpdates(
      MajorIncidents majors,
      RelatedIncidents related,
      IncidentSearch incidents,
      ContactLog contacts,
      MajorIncidentNotes notes,
      Escalations escalations,
      ActingPerson actingPerson,
      ApplicationEventPublisher events,
      Clock clock) {
    this.majors = majors;
    this.related = related;
    this.incidents = incidents;
    this.contacts = contacts;
    this.notes = notes;
    this.escalations = escalations;
    this.actingPerson = actingPerson;
    this.events = events;
    this.clock = clock;
  }

  /** How often the client is to hear, and who hears. */
  public void plan(IncidentNumber number, int everyMinutes, String audience) {
    majors.inTurn(number).plan(everyMinutes, audience);
    majors.flush();
  }

  /**
   * When the lead is to be asked for the next update: at once for the first, later when a share of
   * the time until it is due has passed. Empty when the incident is resolved and none is owed.
   *
   * @param askAtPercent the share, from 1 to 100
   */
  public Optional<Instant> nextRound(IncidentNumber number, int askAtPercent) {
    MajorIncident major = majors.inTurn(number);
    Status status = incidents.get(number).status();
    if (status == Status.RESOLVED || status.isFinal()) {
      return Optional.empty();
    }
    Instant askAt = major.nextRound(clock.instant(), askAtPercent);
    majors.flush();
    return Optional.of(askAt);
  }

  /** When the next update is due; it is missed strictly after that. */
  public Instant nextDue(IncidentNumber number) {
    return majors.get(number).nextUpdateDue();
  }

  /**
   * Sends an update out: to the client on the incident and on each related one that is open, as an
   * answer; what is internal stays in the journal.
   */
  @RequiresPermission(Permission.WORK)
  public void send(IncidentNumber number, String forClient, String internal) {
    String text =
        TextInput.required(
            "clientText",
            forClient,
            MajorTextLimits.LONG,
            LocalizableText.of("refused.major.clientText"));
    String note = TextInput.optional("internalText", internal, MajorTextLimits.LONG);
    MajorIncident major = majors.inTurn(number);
    Instant now = clock.instant();
    major.updated(now);
    List<IncidentView> readers =
        Stream.concat(Stream.of(incidents.get(number)), related.open(major).stream()).toList();
    majors.add(
        new MajorUpdate(major, now, actingPerson.current().name(), text, note, readers.size()));
    notes.write(
        number,
        LocalizableText.of("entry.update-sent", readers.size(), major.nextUpdateDue()),
        note);
    majors.flush();
    readers.forEach(incident -> tell(incident, text));
    readers.forEach(
        incident ->
            events.publishEvent(
                new MajorIncidentEvent(
                    new IncidentNumber(incident.number()),
                    MajorIncidentEvent.MajorIncidentEventKind.UPDATED,
                    now,
                    text,
                    major.nextUpdateDue(),
                    null)));
  }

  private void tell(IncidentView incident, String text) {
    IncidentView.Requester to = incident.requester();
    contacts.log(
        new NewContact(
            new IncidentNumber(incident.number()),
            ContactKind.INFORMATION,
            null,
            Direction.OUT,
            Channel.WEB,
            to.email() == null ? to.name() : to.email(),
            SUBJECT,
            text,
            Visibility.CLIENT));
  }

  /** The update is overdue: noted, and told to the ladder, once for each that was owed. */
  public void missed(IncidentNumber number) {
    MajorIncident major = majors.inTurn(number);
    Instant due = major.nextUpdateDue();
    major.missedUpdate();
    notes.write(number, LocalizableText.of("entry.update-missed", due), null);
    majors.flush();
    escalations.raise(
        number,
        Trigger.UPDATE_MISSED,
        "major-" + number + "-update-" + due.toEpochMilli(),
        "The update of the major incident was due " + due + ".");
  }
}
