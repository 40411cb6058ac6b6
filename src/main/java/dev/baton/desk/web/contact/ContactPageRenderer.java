package dev.baton.desk.web.contact;

import dev.baton.access.Permission;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.ContactKind;
import dev.baton.incident.ContactView;
import dev.baton.incident.Dismissal;
import dev.baton.incident.Level;
import dev.baton.incident.Visibility;
import dev.baton.incident.file.ContactFile;
import dev.baton.incident.file.ContactFiles;
import dev.baton.incident.file.ReceivedMails;
import dev.baton.incident.report.Triage;
import dev.baton.incident.report.TriageEntry;
import dev.baton.intake.mail.BlockedSenders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The model of a contact's page: what came, why it waits, and what may be done. */
@Component
class ContactPageRenderer {

  private final ContactTabs tabs;
  private final ContactWords words;
  private final TriageOutcomes outcomes;
  private final TriageSuggestions suggestions;
  private final ContactListRenderer lists;
  private final Triage triage;
  private final BlockedSenders blocked;
  private final ClientDirectory clients;
  private final ReceivedMails mails;
  private final ContactFiles files;
  private final PageAccess access;
  private final PageRenderer pages;

  ContactPageRenderer(
      ContactTabs tabs,
      ContactWords words,
      TriageOutcomes outcomes,
      TriageSuggestions suggestions,
      ContactListRenderer lists,
      Triage triage,
      BlockedSenders blocked,
      ClientDirectory clients,
      ReceivedMails mails,
      ContactFiles files,
      PageAccess access,
      PageRenderer pages) {
    this.tabs = tabs;
    this.words = words;
    this.outcomes = outcomes;
    this.suggestions = suggestions;
    this.lists = lists;
    this.triage = triage;
    this.blocked = blocked;
    this.clients = clients;
    this.mails = mails;
    this.files = files;
    this.access = access;
    this.pages = pages;
  }

  /**
   * A contact as it is shown.
   *
   * @param kind null for what is about an incident
   * @param sender whether anybody vouches for the sender, in words; null for what is no mail
   */
  record ShownContact(
      long id,
      String at,
      String channelSign,
      String channel,
      String direction,
      String kind,
      String who,
      String client,
      String subject,
      String body,
      String incident,
      String loggedBy,
      boolean internal,
      boolean mail,
      String sender,
      boolean unverified) {}

  /** A constant of a form. */
  record Option(String value, String label, boolean chosen) {}

  Map<String, Object> of(ContactView contact, Long done, Visitor visitor) {
    Optional<TriageEntry> waiting = triage.waiting(contact.id());
    Map<String, Object> model = tabs.model(waiting.isPresent() ? "sort" : "all", visitor);
    model.put("contact", shown(contact, visitor));
    model.put("files", attached(contact));
    model.put("outcome", done == null ? null : outcomes.of(done, visitor).orElse(null));
    model.put("decided", outcomes.of(contact.id(), visitor).orElse(null));
    model.put("waiting", waiting.isPresent());
    waiting.ifPresent(entry -> addActs(model, entry, visitor));
    return model;
  }

  private List<ContactFile> attached(ContactView contact) {
    return files.ofContact(contact.id());
  }

  private ShownContact shown(ContactView contact, Visitor visitor) {
    return new ShownContact(
        contact.id(),
        visitor.at(contact.at()),
        ContactWords.sign(contact.channel()),
        words.channel(contact.channel(), visitor),
        words.direction(contact.direction(), visitor),
        contact.kind() == ContactKind.INCIDENT
            ? null
            : pages.name("contacts.kind", contact.kind(), visitor.locale()),
        contact.from(),
        contact.client() == null
            ? null
            : clients.find(contact.client()).map(ClientView::name).orElse(contact.client()),
        contact.subject(),
        contact.body(),
        contact.incident(),
        words.name(contact.loggedBy(), visitor),
        contact.visibility() == Visibility.INTERNAL,
        !mails.among(Set.of(contact.id())).isEmpty(),
        contact.senderVerified() == null
            ? null
            : pages.words("contacts.verified." + contact.senderVerified(), visitor.locale()),
        contact.isUnverified());
  }

  private void addActs(Map<String, Object> model, TriageEntry entry, Visitor visitor) {
    ContactView contact = entry.contact();
    long before = triage.before(contact.id());
    long all = triage.count();
    Locale locale = visitor.locale();
    model.put("why", outcomes.reason(entry, visitor));
    model.put("position", pages.words("contacts.position", locale, before + 1, all));
    model.put("following", triage.next(contact.id()).orElse(null));
    model.put("maySort", access.may(Permission.LOG_CONTACT));
    model.put("mayOpen", access.may(Permission.REPORT));
    List<RequesterView> known = suggestions.peopleWith(contact.from());
    model.put("suggestions", suggestions.of(entry, known, visitor));
    model.put("clients", lists.clients(clientOf(known)));
    model.put("blockable", blocked.blockable(contact.id()).orElse(null));
    model.put("name", known.size() == 1 ? known.get(0).name() : null);
    model.put("email", suggestions.address(contact.from()));
    model.put("levels", levels(Level.MEDIUM, locale));
    model.put("urgencies", levels(Level.LOW, locale));
    model.put(
        "dismissals",
        Arrays.stream(Dismissal.values())
            .map(
                one -> new Option(one.name(), pages.name("contacts.dismissal", one, locale), false))
            .toList());
  }

  /** The client that all of them belong to; null if there is none, or more than one. */
  private String clientOf(List<RequesterView> people) {
    List<Long> ids = people.stream().map(RequesterView::clientId).distinct().toList();
    return ids.size() == 1 ? clients.client(ids.get(0)).code() : null;
  }

  private List<Option> levels(Level chosen, Locale locale) {
    return Arrays.stream(Level.values())
        .map(
            one -> new Option(one.name(), pages.name("contacts.level", one, locale), one == chosen))
        .toList();
  }
}
