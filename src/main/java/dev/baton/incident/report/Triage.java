package dev.baton.incident.report;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.NotOffered;
import dev.baton.incident.ContactView;
import dev.baton.incident.Dismissal;
import dev.baton.incident.Incident;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Incidents;
import dev.baton.incident.contact.Contact;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.UnknownContact;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.TextInput;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queue of contacts that nobody could tell an incident for. Each waits until somebody links it,
 * makes an incident of it, or dismisses it; once.
 */
@Service
@Transactional
public class Triage {

  private final JdbcClient jdbc;
  private final EntityManager entities;
  private final Incidents incidents;
  private final ContactLog contacts;
  private final ReportIncident reports;
  private final ActingPerson actingPerson;
  private final MessageSource messages;
  private final Clock clock;

  Triage(
      JdbcClient jdbc,
      EntityManager entities,
      Incidents incidents,
      ContactLog contacts,
      ReportIncident reports,
      ActingPerson actingPerson,
      MessageSource messages,
      Clock clock) {
    this.jdbc = jdbc;
    this.entities = entities;
    this.incidents = incidents;
    this.contacts = contacts;
    this.reports = reports;
    this.actingPerson = actingPerson;
    this.messages = messages;
    this.clock = clock;
  }

  /** Puts a contact without an incident in the queue; the suggestion may be null. */
  public void add(long contactId, LocalizableText reason, IncidentNumber suggested) {
    jdbc.sql(
            "insert into triage (contact_id, state, reason, message, suggested_incident)"
                + " values (?, 'WAITING', ?, ?, ?)")
        .params(
            contactId,
            TextInput.shortened(messages.getMessage(reason, Locale.ENGLISH), 500),
            reason.toJson(),
            suggested == null ? null : suggested.value())
        .update();
  }

  private record WaitingContact(
      long contactId, String reason, String message, String suggestedIncident) {

    TriageEntry entry(ContactView contact) {
      return new TriageEntry(
          contact,
          reason,
          message == null ? null : LocalizableText.read(message),
          suggestedIncident);
    }
  }

  /** What waits, oldest first. */
  @Transactional(readOnly = true)
  public Page<TriageEntry> waiting(Pageable page) {
    Map<Long, WaitingContact> waiting =
        jdbc
            .sql(
                """
                select contact_id, reason, message, suggested_incident from triage
                where state = 'WAITING' order by contact_id limit ? offset ?
                """)
            .params(page.getPageSize(), page.getOffset())
            .query(WaitingContact.class)
            .list()
            .stream()
            .collect(Collectors.toMap(WaitingContact::contactId, Function.identity()));
    if (waiting.isEmpty()) {
      return new PageImpl<>(List.of(), page, count());
    }
    List<Contact> found =
        entities
            .createQuery("select c from Contact c where c.id in :ids order by c.id", Contact.class)
            .setParameter("ids", waiting.keySet())
            .getResultList();
    List<TriageEntry> entries =
        contacts.views(found).stream()
            .map(contact -> waiting.get(contact.id()).entry(contact))
            .toList();
    return new PageImpl<>(entries, page, count());
  }

  /** One that waits; empty if it does not, or not any more. */
  @Transactional(readOnly = true)
  public Optional<TriageEntry> waiting(long contactId) {
    return jdbc.sql(
            """
            select contact_id, reason, message, suggested_incident from triage
            where state = 'WAITING' and contact_id = ?
            """)
        .param(contactId)
        .query(WaitingContact.class)
        .optional()
        .map(waiting -> waiting.entry(get(contactId)));
  }

  /** How many come before this one, so that pages can lead to it and from it. */
  @Transactional(readOnly = true)
  public long before(long contactId) {
    return jdbc.sql("select count(*) from triage where state = 'WAITING' and contact_id < ?")
        .param(contactId)
        .query(Long.class)
        .single();
  }

  /** What came of a contact that no longer waits. */
  @Transactional(readOnly = true)
  public Optional<TriageDecision> decision(long contactId) {
    return jdbc.sql(
            """
            select t.state, t.decided_by decidedBy, t.decided_at decidedAt, t.dismissal, t.note
            from triage t where t.contact_id = ? and t.state <> 'WAITING'
            """)
        .param(contactId)
        .query(TriageDecision.class)
        .optional();
  }

  /** The one that is to be looked at after this one: the next, or the oldest after the last. */
  @Transactional(readOnly = true)
  public Optional<Long> next(long contactId) {
    return jdbc.sql(
            """
            select contact_id from triage where state = 'WAITING' and contact_id <> :this
            order by contact_id < :this, contact_id limit 1
            """)
        .param("this", contactId)
        .query(Long.class)
        .optional();
  }

  /** How many wait. */
  @Transactional(readOnly = true)
  public long count() {
    return jdbc.sql("select count(*) from triage where state = 'WAITING'")
        .query(Long.class)
        .single();
  }

  /**
   * Brings the contact to the incident.
   *
   * @param tells whether the flow is told, as of any answer: a hold ends, a resolved incident is
   *     reopened
   * @throws UnknownContact if the queue does not contain this contact
   * @throws NotOffered if somebody sorted it meanwhile
   */
  @RequiresPermission(Permission.LOG_CONTACT)
  public ContactView link(long contactId, IncidentNumber number, boolean tells) {
    Incident incident = incidents.inTurn(number);
    return contacts.bring(decide(contactId, "LINKED"), incident, tells);
  }

  /**
   * Makes an incident of the contact.
   *
   * @throws InvalidInput for what the report lacks
   */
  @RequiresPermission(Permission.REPORT)
  public IncidentView open(long contactId, IncidentReport report) {
    decide(contactId, "OPENED");
    return reports.report(report, contactId);
  }

  /**
   * Leaves the contact without an incident; it stays in the log.
   *
   * @param reason null if nobody says why
   * @param note what else there is to say; at most 500 characters, or null
   */
  @RequiresPermission(Permission.LOG_CONTACT)
  public void dismiss(long contactId, Dismissal reason, String note) {
    String words = TextInput.optional("note", note, 500);
    decide(contactId, "DISMISSED");
    jdbc.sql("update triage set dismissal = ?, note = ? where contact_id = ?")
        .params(reason == null ? null : reason.name(), words, contactId)
        .update();
  }

  /**
   * The contact, if it is or was in the queue.
   *
   * @throws UnknownContact if not
   */
  @Transactional(readOnly = true)
  public ContactView get(long contactId) {
    return contacts.views(List.of(queued(contactId))).get(0);
  }

  private Contact decide(long contactId, String state) {
    Contact contact = queued(contactId);
    int decided =
        jdbc.sql(
                "update triage set state = ?, decided_by = ?, decided_at = ?"
                    + " where contact_id = ? and state = 'WAITING'")
            .params(state, actingPerson.current().name(), clock.instant(), contactId)
            .update();
    if (decided == 0) {
      throw new NotOffered(LocalizableText.of("refused.contact.triaged"));
    }
    return contact;
  }

  private Contact queued(long contactId) {
    return jdbc.sql("select contact_id from triage where contact_id = ?")
        .param(contactId)
        .query(Long.class)
        .optional()
        .map(id -> entities.find(Contact.class, id))
        .orElseThrow(() -> new UnknownContact(contactId));
  }
}
