package dev.baton.incident.contact;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.Flows;
import dev.baton.incident.ContactKind;
import dev.baton.incident.ContactView;
import dev.baton.incident.Incident;
import dev.baton.incident.IncidentEvent;
import dev.baton.incident.IncidentEvents;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Incidents;
import dev.baton.incident.ReportValidator;
import dev.baton.incident.reply.ClientReplies;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.TextInput;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Logs every contact, with or without an incident. */
@Service
public class ContactLog {

  private final Incidents incidents;
  private final ReportValidator check;
  private final ClientDirectory clients;
  private final EntityManager entities;
  private final ActingPerson actingPerson;
  private final Flows flows;
  private final IncidentEvents incidentEvents;
  private final ClientReplies replies;
  private final Mentions mentions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ContactLog(
      Incidents incidents,
      ReportValidator check,
      ClientDirectory clients,
      EntityManager entities,
      ActingPerson actingPerson,
      Flows flows,
      IncidentEvents incidentEvents,
      ClientReplies replies,
      Mentions mentions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.incidents = incidents;
    this.check = check;
    this.clients = clients;
    this.entities = entities;
    this.actingPerson = actingPerson;
    this.flows = flows;
    this.incidentEvents = incidentEvents;
    this.replies = replies;
    this.mentions = mentions;
    this.events = events;
    this.clock = clock;
  }

  /** Stores the contact and, when it came from the client to an open incident, tells the flow. */
  @Transactional
  @RequiresPermission(Permission.ADD_CONTACT)
  public ContactView log(NewContact given) {
    NewContact contact = checked(given);
    Incident incident = contact.incident() == null ? null : incidents.inTurn(contact.incident());
    ClientView client = client(contact, incident);
    Contact stored = stored(contact, incident, client);
    ContactView view = view(stored, incident, client);
    if (Mentions.countIn(view) && !actingPerson.current().isFlow()) {
      mentions.check(view.body() == null ? "" : view.body());
    }
    tellWhatHappened(incident, stored);
    return told(view);
  }

  /**
   * Stores the contact and tells nobody: mere thanks, a machine's note, or a mail that belongs to
   * no incident yet, whose client may be unknown.
   */
  @Transactional
  public ContactView keep(NewContact given) {
    NewContact contact = checked(given);
    Incident incident = contact.incident() == null ? null : incidents.inTurn(contact.incident());
    ClientView client =
        incident == null && contact.client() == null ? null : client(contact, incident);
    return view(stored(contact, incident, client), incident, client);
  }

  private Contact stored(NewContact contact, Incident incident, ClientView client) {
    Contact stored =
        new Contact(
            incident == null ? null : incident.id(),
            client == null ? null : client.id(),
            contact,
            actingPerson.current(),
            clock.instant());
    entities.persist(stored);
    return stored;
  }

  private static ContactView view(Contact stored, Incident incident, ClientView client) {
    return stored.view(
        incident == null ? null : incident.number().value(), client == null ? null : client.code());
  }

  /** Brings a contact without an incident to its incident, and tells the flow if that is wanted. */
  public ContactView bring(Contact contact, Incident incident, boolean tells) {
    contact.belongTo(incident);
    incidents.flush();
    ContactView view = view(contact, incident, clients.client(incident.clientId()));
    if (tells) {
      tellWhatHappened(incident, contact);
      told(view);
    }
    return view;
  }

  /** Gives all contacts of an incident to another of the same client; returns how many. */
  @Transactional
  public int moveAll(Incident from, Incident to) {
    entities.flush();
    return entities
        .createQuery("update Contact c set c.incidentId = :remaining where c.incidentId = :merged")
        .setParameter("remaining", to.id())
        .setParameter("merged", from.id())
        .executeUpdate();
  }

  private ContactView told(ContactView contact) {
    events.publishEvent(new ContactLogged(contact, actingPerson.current().isFlow()));
    return contact;
  }

  private void tellWhatHappened(Incident incident, Contact contact) {
    if (incident == null) {
      return;
    }
    if (contact.isReply()) {
      replies.received(incident, contact.channel());
    }
    if (contact.isAnswer()) {
      replies.answered(incident);
    }
    if (incident.status().isFinal()) {
      return;
    }
    if (contact.isReply()) {
      incidentEvents.tell(incident, IncidentEvent.IncidentEventKind.CLIENT_WROTE);
      tellFlow(incident);
    }
    if (contact.isComplaint()) {
      tellOfComplaint(incident);
    }
    if (contact.isAnswer()) {
      incidentEvents.tell(incident, IncidentEvent.IncidentEventKind.ANSWERED);
    }
  }

  /** A flow that has not started yet has nothing that waits for an answer. */
  private void tellFlow(Incident incident) {
    if (incident.flowInstanceId() != null) {
      flows.tell(incident.flowInstanceId(), "requesterReplied", Map.of());
    }
  }

  /** Models of earlier releases do not receive complaints. */
  private void tellOfComplaint(Incident incident) {
    String instance = incident.flowInstanceId();
    if (instance != null && flows.listensTo(instance, ComplaintReceived.MESSAGE)) {
      flows.tell(instance, ComplaintReceived.MESSAGE, Map.of());
    } else {
      events.publishEvent(new ComplaintReceived(incident.number()));
    }
  }

  /**
   * The contacts of an incident, oldest first; with {@code forClient} those that the client's
   * people may see.
   */
  @Transactional(readOnly = true)
  public Page<ContactView> of(IncidentNumber number, boolean forClient, Pageable page) {
    Incident incident = incidents.get(number);
    String client = clients.client(incident.clientId()).code();
    String from =
        " from Contact c where c.incidentId = :incident"
            + (forClient ? " and c.visibility = CLIENT" : "");
    List<ContactView> found =
        entities
            .createQuery("select c" + from + " order by c.at, c.id", Contact.class)
            .setParameter("incident", incident.id())
            .setFirstResult(Math.toIntExact(page.getOffset()))
            .setMaxResults(page.getPageSize())
            .getResultStream()
            .map(contact -> contact.view(number.value(), client))
            .toList();
    Long total =
        entities
            .createQuery("select count(c)" + from, Long.class)
            .setParameter("incident", incident.id())
            .getSingleResult();
    return new PageImpl<>(found, page, total);
  }

  /** One contact of an incident, however many it has. */
  @Transactional(readOnly = true)
  public Optional<ContactView> find(IncidentNumber number, long id) {
    Incident incident = incidents.get(number);
    return Optional.ofNullable(entities.find(Contact.class, id))
        .filter(contact -> Objects.equals(contact.incidentId(), incident.id()))
        .map(contact -> contact.view(number.value(), clients.client(incident.clientId()).code()));
  }

  /** Any contact, with or without an incident. */
  @Transactional(readOnly = true)
  public Optional<ContactView> find(long id) {
    return Optional.ofNullable(entities.find(Contact.class, id))
        .map(contact -> views(List.of(contact)).get(0));
  }

  /** The last message of the desk that the client can see. */
  @Transactional(readOnly = true)
  public Optional<ContactView> lastAnswer(IncidentNumber number) {
    return entities
        .createQuery(
            """
            select c from Contact c where c.incidentId = :incident
            and c.direction = OUT and c.visibility = CLIENT and c.body is not null
            order by c.at desc, c.id desc
            """,
            Contact.class)
        .setParameter("incident", incidents.get(number).id())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(contact -> contact.view(number.value(), null));
  }

  /** Whether somebody with this address wrote on the incident, for the client to see. */
  @Transactional(readOnly = true)
  public boolean hasWritten(IncidentNumber number, String email) {
    return entities
        .createQuery(
            """
            select distinct c.from from Contact c where c.incidentId = :incident
            and c.direction = IN and c.visibility = CLIENT and c.from = :email
            """,
            String.class)
        .setParameter("incident", incidents.get(number).id())
        .setParameter("email", email)
        .getResultStream()
        .anyMatch(email::equalsIgnoreCase); // the database takes é for e
  }

  /** All contacts, newest first; of one client if the id is given. */
  @Transactional(readOnly = true)
  public Page<ContactView> list(Long clientId, Pageable page) {
    String where = clientId == null ? "" : " where c.clientId = :client";
    var query =
        entities.createQuery(
            "select c from Contact c" + where + " order by c.at desc, c.id desc", Contact.class);
    var count = entities.createQuery("select count(c) from Contact c" + where, Long.class);
    if (clientId != null) {
      query.setParameter("client", clientId);
      count.setParameter("client", clientId);
    }
    List<Contact> found =
        query
            .setFirstResult((int) page.getOffset())
            .setMaxResults(page.getPageSize())
            .getResultList();
    return new PageImpl<>(views(found), page, count.getSingleResult());
  }

  public List<ContactView> views(List<Contact> contacts) {
    Map<Long, String> codes =
        clients.clients().stream().collect(Collectors.toMap(ClientView::id, ClientView::code));
    Map<Long, String> numbers =
        incidents.numbers(
            contacts.stream()
                .map(Contact::incidentId)
                .filter(id -> id != null)
                .collect(Collectors.toSet()));
    return contacts.stream()
        .map(
            contact ->
                contact.view(
                    contact.incidentId() == null ? null : numbers.get(contact.incidentId()),
                    contact.clientId() == null ? null : codes.get(contact.clientId())))
        .toList();
  }

  private ClientView client(NewContact contact, Incident incident) {
    if (incident != null) {
      return clients.client(incident.clientId());
    }
    if (contact.client() == null && contact.kind() == ContactKind.ABANDONED) {
      return null;
    }
    return check.client(contact.client(), contact.from());
  }

  private static NewContact checked(NewContact given) {
    require("kind", given.kind());
    require("direction", given.direction());
    require("channel", given.channel());
    require("visibility", given.visibility());
    String body = TextInput.optional("body", given.body(), 100_000);
    if (body == null && given.kind() != ContactKind.ABANDONED) {
      throw new InvalidInput("body", LocalizableText.of("refused.contact.text"));
    }
    return new NewContact(
        given.incident(),
        given.kind(),
        given.client(),
        given.direction(),
        given.channel(),
        TextInput.optional("from", given.from(), 320),
        TextInput.optional("subject", given.subject(), 200),
        body,
        given.visibility(),
        given.senderVerified());
  }

  private static void require(String field, Object value) {
    if (value == null) {
      throw new InvalidInput(field, LocalizableText.of("refused.fieldRequired"));
    }
  }
}
