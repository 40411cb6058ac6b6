package dev.baton.desk.web.contact;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.ContactView;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.report.Triage;
import dev.baton.incident.report.TriageDecision;
import dev.baton.incident.report.TriageEntry;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says why a contact waits, and what came of one that no longer does. */
@Component
class TriageOutcomes {

  private final Triage triage;
  private final ContactLog contacts;
  private final ContactWords names;
  private final PageRenderer pages;

  TriageOutcomes(Triage triage, ContactLog contacts, ContactWords names, PageRenderer pages) {
    this.triage = triage;
    this.contacts = contacts;
    this.names = names;
    this.pages = pages;
  }

  /**
   * What came of a contact.
   *
   * @param incident to which it belongs now; null for none
   */
  record Outcome(String words, String by, String at, String incident) {}

  /** A contact of an earlier release has only English words. */
  String reason(TriageEntry entry, Visitor visitor) {
    return entry.message() == null
        ? entry.reason()
        : pages.words(entry.message(), visitor.locale());
  }

  /** Empty if it never waited, or still does. */
  Optional<Outcome> of(long contactId, Visitor visitor) {
    return triage
        .decision(contactId)
        .flatMap(
            decision ->
                contacts.find(contactId).map(contact -> outcome(decision, contact, visitor)));
  }

  private Outcome outcome(TriageDecision decision, ContactView contact, Visitor visitor) {
    return new Outcome(
        words(decision, contact, visitor),
        names.name(decision.decidedBy(), visitor),
        visitor.at(decision.decidedAt()),
        contact.incident());
  }

  private String words(TriageDecision decision, ContactView contact, Visitor visitor) {
    String subject = contact.subject() == null ? "" : contact.subject();
    if (!decision.state().equals("DISMISSED")) {
      return pages.words(
          "contacts.outcome." + decision.state(), visitor.locale(), subject, contact.incident());
    }
    String reason =
        decision.dismissal() == null
            ? ""
            : pages.name("contacts.dismissal", decision.dismissal(), visitor.locale());
    String said =
        pages.words(
            reason.isEmpty() ? "contacts.outcome.DISMISSED" : "contacts.outcome.DISMISSED_because",
            visitor.locale(),
            subject,
            reason);
    return decision.note() == null ? said : said + " " + decision.note();
  }
}
