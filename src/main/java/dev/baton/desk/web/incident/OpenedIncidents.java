package dev.baton.desk.web.incident;

import dev.baton.desk.web.Visitor;
import dev.baton.engine.FlowConflict;
import dev.baton.incident.IncidentView;
import dev.baton.incident.reply.ClientReplies;
import dev.baton.notification.delivery.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Marks as read what the desk's people have in front of them when they open an incident. */
@Component
class OpenedIncidents {

  private static final Logger log = LoggerFactory.getLogger(OpenedIncidents.class);

  private final ClientReplies replies;
  private final Inbox inbox;

  OpenedIncidents(ClientReplies replies, Inbox inbox) {
    this.replies = replies;
    this.inbox = inbox;
  }

  /** The client's reply, if the incident is assigned to the visitor, and their own messages. */
  void opened(IncidentView incident, Visitor visitor) {
    if (visitor.isOfClient()) {
      return;
    }
    String login = visitor.caller().login();
    inbox.readAllAbout(login, incident.number());
    try {
      replies.opened(incident, login);
    } catch (FlowConflict | ConcurrencyFailureException e) {
      log.debug("The reply on {} stays unread until it is opened again.", incident.number(), e);
    }
  }
}
