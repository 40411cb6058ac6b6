package dev.baton.incident.reply;

import dev.baton.engine.ActingPerson;
import dev.baton.incident.Channel;
import dev.baton.incident.Incident;
import dev.baton.incident.IncidentEvent;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Incidents;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what the client wrote marked as unread until the assignee has opened the incident, and as
 * unanswered until somebody has answered it. While nobody is assigned, nobody reads it for the
 * team.
 */
@Service
@Transactional
public class ClientReplies {

  /** Whoever logs such a contact has spoken with the client. */
  private static final Set<Channel> SPOKEN = EnumSet.of(Channel.PHONE, Channel.WALK_IN);

  private final Incidents incidents;
  private final ActingPerson actingPerson;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ClientReplies(
      Incidents incidents,
      ActingPerson actingPerson,
      ApplicationEventPublisher events,
      Clock clock) {
    this.incidents = incidents;
    this.actingPerson = actingPerson;
    this.events = events;
    this.clock = clock;
  }

  /** The client wrote or called. */
  public void received(Incident incident, Channel channel) {
    boolean isKnown =
        SPOKEN.contains(channel)
            && Objects.equals(actingPerson.current().name(), incident.assignee());
    if (incident.receiveReply(clock.instant(), isKnown)) {
      changed(incident);
    }
  }

  /** What the client wrote on one incident is to be answered on another. */
  public void takeOver(Incident from, Incident to) {
    if (to.takeOverReply(from.unansweredReply())) {
      changed(to);
    }
    answered(from);
  }

  /** Somebody answered the client. */
  public void answered(Incident incident) {
    if (incident.answerReply()) {
      changed(incident);
    }
  }

  /**
   * The person opened the incident; that counts if it is assigned to them.
   *
   * @param seen the incident as it was shown: without an unread reply there is nothing to do
   */
  public void opened(IncidentView seen, String login) {
    if (seen.unreadSince() == null || !login.equals(seen.assignee())) {
      return;
    }
    Incident incident = incidents.inTurn(new IncidentNumber(seen.number()));
    if (incident.readReply(login)) {
      changed(incident);
    }
  }

  /** A hold and a resolution tell the client something too; a final incident waits for nobody. */
  @EventListener
  void on(IncidentEvent event) {
    boolean isAnswer =
        switch (event.kind()) {
          case HELD, RESOLVED -> event.isAnswer() || !event.actor().isFlow();
          case CLOSED, CANCELLED -> true;
          default -> false;
        };
    if (isAnswer) {
      answered(incidents.get(event.number()));
    }
  }

  private void changed(Incident incident) {
    incidents.flush();
    if (!incident.status().isFinal()) {
      events.publishEvent(
          new ClientReplyChanged(incident.flowInstanceId(), incident.unansweredReply()));
    }
  }
}
