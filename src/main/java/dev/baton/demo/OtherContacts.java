package dev.baton.demo;

import static dev.baton.demo.DemoIncidents.AGENT;
import static dev.baton.demo.DemoTime.minutesAgo;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.ContactView;
import dev.baton.incident.Direction;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.NewContact;
import dev.baton.incident.report.Triage;
import dev.baton.web.text.LocalizableText;
import org.springframework.stereotype.Component;

/** Contacts of the demonstration that belong to no incident, or wait to be sorted. */
@Component
class OtherContacts {

  private final ContactLog log;
  private final Triage triage;
  private final DemoPlayer teller;

  OtherContacts(ContactLog log, Triage triage, DemoPlayer teller) {
    this.log = log;
    this.triage = triage;
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
    arrives(
        95,
        "j.whitlock@meridian-surveys.example",
        "Access to the deal room",
        """
        Hello,

        Priya Raman at Harcourt Vane told me to write to you. I need to upload two survey reports to \
        the deal room before noon tomorrow, and my invitation has expired.

        Could somebody send me a new one?

        James Whitlock
        Meridian Surveys
        """,
        "triage.unknown");
    arrives(
        41,
        "events@cloud-summit.example",
        "Last chance: early bird tickets",
        "Secure your seat at this year's Cloud Summit. The offer ends on Friday.",
        "triage.machine");
  }

  /** A mail that nobody could match to an incident. */
  private void arrives(int minutesAgo, String from, String subject, String body, String why) {
    teller.tell(
        minutesAgo(minutesAgo),
        null,
        () -> {
          ContactView contact =
              log.keep(
                  new NewContact(
                      null,
                      ContactKind.INCIDENT,
                      null,
                      Direction.IN,
                      Channel.EMAIL,
                      from,
                      subject,
                      body,
                      Visibility.CLIENT,
                      true));
          triage.add(contact.id(), LocalizableText.of(why), null);
        });
  }
}
