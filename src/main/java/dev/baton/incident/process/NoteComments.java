package dev.baton.incident.process;

import dev.baton.engine.TaskComments;
import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.NewContact;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes a comment on an incident's task an internal note of the incident. */
@Component
class NoteComments implements TaskComments {

  private final ContactLog contacts;

  NoteComments(ContactLog contacts) {
    this.contacts = contacts;
  }

  @Override
  public boolean take(String businessKey, String text) {
    Optional<IncidentNumber> incident =
        businessKey == null ? Optional.empty() : IncidentNumber.parse(businessKey);
    incident.ifPresent(
        number ->
            contacts.log(
                new NewContact(
                    number,
                    ContactKind.INCIDENT,
                    null,
                    Direction.OUT,
                    Channel.WEB,
                    null,
                    null,
                    text,
                    Visibility.INTERNAL)));
    return incident.isPresent();
  }
}
