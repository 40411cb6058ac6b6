package dev.baton.escalation;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.engine.ActingPerson;
import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.NewContact;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries decisions out: acts on the incident, in the name of whoever decided. */
@Service
@Transactional
public class PerformDecision {

  private final IncidentActions desk;
  private final IncidentSearch incidents;
  private final ContactLog contacts;
  private final ActingPerson actingPerson;

  PerformDecision(
      IncidentActions desk,
      IncidentSearch incidents,
      ContactLog contacts,
      ActingPerson actingPerson) {
    this.desk = desk;
    this.incidents = incidents;
    this.contacts = contacts;
    this.actingPerson = actingPerson;
  }

  /**
   * @throws InvalidInput when the decision lacks what it needs
   */
  @RequiresPermission(Permission.ANSWER_ESCALATIONS)
  public void carryOut(IncidentNumber number, DecisionInput input) {
    switch (input.decision()) {
      case REASSIGN -> reassign(number, input);
      case ADD_PERSON -> desk.addHelper(number, needed("person", input.person()));
      case TAKE_OVER -> desk.assign(number, null, actingPerson.current().name());
      case REPRIORITISE ->
          desk.reprioritise(
              number,
              needed("newImpact", input.impact()),
              needed("newUrgency", input.urgency()),
              input.note());
      case TELL_CLIENT -> tell(number, needed("note", input.note()));
      case STAND_DOWN -> needed("note", input.note());
    }
  }

  private void reassign(IncidentNumber number, DecisionInput input) {
    if (input.team() == null && input.person() == null) {
      throw new InvalidInput("toTeam", LocalizableText.of("refused.decision.assignee"));
    }
    desk.assign(number, input.team(), input.person());
  }

  /** Logged as sent to the requester, who reads it: an answer, as far as clocks are concerned. */
  private void tell(IncidentNumber number, String words) {
    IncidentView incident = incidents.get(number);
    String address =
        incident.requester().email() == null
            ? incident.requester().name()
            : incident.requester().email();
    contacts.log(
        new NewContact(
            number,
            ContactKind.INCIDENT,
            null,
            Direction.OUT,
            Channel.EMAIL,
            address,
            null,
            words,
            Visibility.CLIENT));
  }

  private static <T> T needed(String field, T given) {
    if (given == null || given.toString().isBlank()) {
      throw new InvalidInput(field, LocalizableText.of("refused.decision.required"));
    }
    return given;
  }
}
