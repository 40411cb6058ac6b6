package dev.baton.flow.backtest.replay;

import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.NewContact;
import dev.baton.incident.history.HistoryEvent;
import dev.baton.incident.history.HistoryEvent.HistoryContact;
import dev.baton.incident.history.HistoryEventKind;
import dev.baton.incident.search.IncidentSearch;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Does what people did at a desk of ours. What is so already, since the flow did it by itself or
 * with something that came before, is not done again.
 */
final class RecordedActs {

  private final IncidentActions desk;
  private final ContactLog contacts;
  private final IncidentSearch incidents;
  private final Map<String, IncidentNumber> replayed = new HashMap<>();

  RecordedActs(ScratchDesk scratch) {
    this.desk = scratch.bean(IncidentActions.class);
    this.contacts = scratch.bean(ContactLog.class);
    this.incidents = scratch.bean(IncidentSearch.class);
  }

  /** The incident has this number in the replay. */
  void reported(String recorded, IncidentNumber number) {
    replayed.put(recorded, number);
  }

  IncidentView take(ReplayedIncident incident, HistoryEvent event) {
    IncidentNumber number = incident.number();
    IncidentView now = incidents.get(number);
    if (isSo(now, event)) {
      return now;
    }
    return switch (event.kind()) {
      case REASSESSED ->
          desk.reprioritise(number, event.impact(), event.urgency(), ReplayedWork.NOTE);
      case REASSIGNED -> desk.assign(number, event.team(), event.person());
      case PASSED_TO_SECOND_LINE -> desk.passToSecondLine(number, ReplayedWork.NOTE);
      case ASSIGNED -> desk.assign(number, null, event.person());
      case STARTED -> desk.start(number);
      case HELD, ASKED -> desk.hold(number, event.holdReason(), event.holdUntil(), question(event));
      case RESUMED -> desk.resume(number, ReplayedWork.NOTE);
      case RESOLVED -> desk.resolve(number, event.resolution(), ReplayedWork.NOTE);
      case REOPENED -> desk.reopen(number, ReplayedWork.NOTE);
      case DUPLICATE -> duplicate(number, event.original());
      case CLOSED -> desk.confirm(number);
      case CANCELLED -> desk.cancel(number, ReplayedWork.NOTE);
      case CONTACT -> contact(number, event.contact());
      case REPORTED, PRIORITISED, ROUTED, GIVEN -> now;
    };
  }

  private static boolean isSo(IncidentView now, HistoryEvent event) {
    return switch (event.kind()) {
      case REASSESSED -> now.impact() == event.impact() && now.urgency() == event.urgency();
      case REASSIGNED ->
          Objects.equals(now.team(), event.team())
              && Objects.equals(now.assignee(), event.person());
      case ASSIGNED -> Objects.equals(now.assignee(), event.person());
      case STARTED -> now.status() != Status.ASSIGNED;
      case HELD, ASKED ->
          now.hold() != null
              && now.hold().reason() == event.holdReason()
              && Objects.equals(now.hold().until(), event.holdUntil());
      case RESUMED -> now.status() != Status.ON_HOLD;
      case REOPENED, CLOSED -> now.status() != Status.RESOLVED;
      default -> false;
    };
  }

  /** A question for the requester counts as an answer to them; a hold without one does not. */
  private static String question(HistoryEvent event) {
    return event.kind() == HistoryEventKind.HELD && event.holdReason() == HoldReason.REQUESTER
        ? null
        : ReplayedWork.NOTE;
  }

  /** Of an incident that is not replayed, it is resolved as a duplicate and closed. */
  private IncidentView duplicate(IncidentNumber number, String original) {
    IncidentNumber other = replayed.get(original);
    if (other != null && !other.equals(number)) {
      return desk.markDuplicate(number, other);
    }
    desk.resolve(number, ResolutionCode.DUPLICATE, ReplayedWork.NOTE);
    return desk.confirm(number);
  }

  private IncidentView contact(IncidentNumber number, HistoryContact said) {
    NewContact contact =
        new NewContact(
            number,
            said.kind(),
            null,
            said.direction(),
            said.channel(),
            null,
            null,
            ReplayedWork.NOTE,
            said.visibility());
    if (said.isTold()) {
      contacts.log(contact);
    } else {
      contacts.keep(contact);
    }
    return incidents.get(number);
  }
}
