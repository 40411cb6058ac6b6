package dev.baton.incident.contact;

import dev.baton.engine.Actor;
import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.ContactView;
import dev.baton.incident.Direction;
import dev.baton.incident.Incident;
import dev.baton.incident.TimelineEntry;
import dev.baton.incident.TimelineText;
import dev.baton.incident.Visibility;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;

/**
 * One exchange with anyone, as it was logged. Never changed, but for one that belonged to no
 * incident, or whose sender was not verified, and is brought to its own.
 */
@Entity
public class Contact {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contact_seq")
  @SequenceGenerator(name = "contact_seq", sequenceName = "contact_seq", allocationSize = 50)
  private Long id;

  private Long incidentId;
  private Long clientId;

  @Enumerated(EnumType.STRING)
  private ContactKind kind;

  @Enumerated(EnumType.STRING)
  private Direction direction;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Column(name = "from_text")
  private String from;

  private String subject;
  private String body;

  @Enumerated(EnumType.STRING)
  private Visibility visibility;

  private String loggedBy;
  private String origin;
  private Instant at;
  private Boolean senderVerified;

  protected Contact() {}

  public Contact(Long incidentId, Long clientId, NewContact contact, Actor loggedBy, Instant at) {
    this.incidentId = incidentId;
    this.clientId = clientId;
    this.kind = contact.kind();
    this.direction = contact.direction();
    this.channel = contact.channel();
    this.from = contact.from();
    this.subject = contact.subject();
    this.body = contact.body();
    this.visibility = contact.visibility();
    this.loggedBy = loggedBy.name();
    this.origin = loggedBy.origin();
    this.at = at;
    this.senderVerified = contact.senderVerified();
  }

  public Long id() {
    return id;
  }

  /** From here on somebody vouches for it: the client sees an unverified mail as well. */
  public void belongTo(Incident incident) {
    if (isUnverified()) {
      this.visibility = Visibility.CLIENT;
    }
    this.incidentId = incident.id();
    this.clientId = incident.clientId();
  }

  /** A mail whose sender nobody vouches for. */
  public boolean isUnverified() {
    return Boolean.FALSE.equals(senderVerified);
  }

  /** From the client, for everybody to see. */
  boolean isReply() {
    return direction == Direction.IN && visibility == Visibility.CLIENT;
  }

  /** What the client can see, or a call to the client whether its note is for the client or not. */
  boolean isAnswer() {
    return direction == Direction.OUT
        && (visibility == Visibility.CLIENT || channel == Channel.PHONE);
  }

  boolean isComplaint() {
    return kind == ContactKind.COMPLAINT && direction == Direction.IN;
  }

  public Long incidentId() {
    return incidentId;
  }

  Long clientId() {
    return clientId;
  }

  Channel channel() {
    return channel;
  }

  Visibility visibility() {
    return visibility;
  }

  ContactView view(String incident, String client) {
    return new ContactView(
        id,
        incident,
        kind,
        client,
        direction,
        channel,
        from,
        subject,
        body,
        visibility,
        loggedBy,
        at,
        senderVerified);
  }

  public TimelineText line(String incident) {
    return new TimelineText(
        id,
        at,
        "CONTACT_" + direction,
        loggedBy,
        null,
        null,
        null,
        visibility,
        view(incident, null));
  }

  public TimelineEntry entry() {
    String text = subject == null ? body : body == null ? subject : subject + "\n" + body;
    String sender = isUnverified() ? "Unverified sender: " + from + "\n" : "";
    return new TimelineEntry(
        at,
        "CONTACT_" + direction,
        loggedBy,
        origin,
        sender + (text == null ? "" : text),
        visibility);
  }
}
