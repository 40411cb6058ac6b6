package dev.baton.demo;

import static dev.baton.demo.DemoIncidents.AGENT;
import static dev.baton.demo.DemoTime.minutesAgo;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.NewContact;
import org.springframework.stereotype.Component;

/** Contacts of the demonstration that were about no incident. */
@Component
class OtherContacts {

  private final ContactLog log;
  private final DemoPlayer teller;

  OtherContacts(ContactLog log, DemoPlayer teller) {
    this.log = log;
    this.teller = teller;
  }

  void happen() {
    teller.tell(
        minutesAgo(140),
        AGENT,
        () ->
            log.log(
                new NewContact(
                    null,
                    ContactKind.INFORMATION,
                    DemoPeople.ALPENWERK,
                    Direction.IN,
                    Channel.PHONE,
                    "Miriam Vogel",
                    "Wartungsfenster am Samstag",
                    "Fragt, ob das ERP am Samstag erreichbar ist. Auskunft: ja, nur der"
                        + " Dateidienst steht von 6 bis 8 Uhr.",
                    Visibility.CLIENT)));
    teller.tell(
        minutesAgo(62),
        AGENT,
        () ->
            log.log(
                new NewContact(
                    null,
                    ContactKind.ABANDONED,
                    null,
                    Direction.IN,
                    Channel.PHONE,
                    "+65 6555 0100",
                    null,
                    null,
                    Visibility.INTERNAL)));
  }
}
