package dev.baton.desk.web.contact;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.Visibility;
import dev.baton.incident.search.ContactSearch;
import dev.baton.incident.search.ContactSummary;
import dev.baton.web.validation.TextInput;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Renders a page of the list of contacts. */
@Component
class ContactListRenderer {

  private static final int EXCERPT = 140;

  private final ClientDirectory clients;
  private final ContactWords words;
  private final PageRenderer pages;
  private final Clock clock;

  ContactListRenderer(
      ClientDirectory clients, ContactWords words, PageRenderer pages, Clock clock) {
    this.clients = clients;
    this.words = words;
    this.pages = pages;
    this.clock = clock;
  }

  /** An option of a filter. */
  record Choice(String value, String label, boolean chosen) {}

  /**
   * A row.
   *
   * @param note what else is to be known of it, in words; null for nothing
   */
  record ContactRow(
      long id,
      String at,
      String channelSign,
      String channel,
      String directionSign,
      String direction,
      String who,
      String client,
      String subject,
      String text,
      String incident,
      String incidentSubject,
      String loggedBy,
      boolean internal,
      boolean unverified,
      boolean waiting,
      String note) {}

  Map<String, Object> of(
      ContactListFilter asked, ContactSearch.FoundContacts found, Visitor visitor) {
    Locale locale = visitor.locale();
    Map<Long, String> names =
        clients.clients().stream().collect(Collectors.toMap(ClientView::id, ClientView::name));
    Function<String, String> people =
        words.names(found.contacts().stream().map(ContactSummary::loggedBy).toList(), visitor);
    Map<String, Object> model = new HashMap<>();
    model.put("asked", asked);
    model.put(
        "rows", found.contacts().stream().map(one -> row(one, names, people, visitor)).toList());
    model.put("count", count(found, locale));
    model.put("pageNumber", pages.words("list.page", locale, asked.page() + 1));
    model.put("previous", asked.page() == 0 ? null : asked.atPage(asked.page() - 1));
    boolean hasNext = found.hasNext() && !asked.isLast();
    model.put("next", hasNext ? asked.atPage(asked.page() + 1) : null);
    model.put("here", asked.atPage(asked.page()));
    model.put("channels", choices("contacts.channel", Channel.values(), asked.channel(), locale));
    model.put(
        "directions", choices("contacts.direction", Direction.values(), asked.direction(), locale));
    model.put("kinds", choices("contacts.kind", ContactKind.values(), asked.kind(), locale));
    model.put("clients", clients(asked.client()));
    model.put(
        "incidents",
        ContactListFilter.INCIDENTS.stream()
            .map(
                value ->
                    new Choice(
                        value,
                        pages.words("contacts.incident." + value, locale),
                        value.equals(asked.incident())))
            .toList());
    return model;
  }

  /** All clients by name. */
  List<Choice> clients(String chosen) {
    return clients.clients().stream()
        .map(client -> new Choice(client.code(), client.name(), client.code().equals(chosen)))
        .sorted((one, other) -> one.label().compareToIgnoreCase(other.label()))
        .toList();
  }

  private <E extends Enum<E>> List<Choice> choices(
      String prefix, E[] all, E chosen, Locale locale) {
    return Arrays.stream(all)
        .map(one -> new Choice(one.name(), pages.name(prefix, one, locale), one == chosen))
        .toList();
  }

  private String count(ContactSearch.FoundContacts found, Locale locale) {
    if (found.isMore()) {
      return pages.words("contacts.many", locale, found.count());
    }
    return pages.words("contacts.count", locale, found.count());
  }

  private ContactRow row(
      ContactSummary one,
      Map<Long, String> names,
      Function<String, String> people,
      Visitor visitor) {
    Instant now = clock.instant();
    return new ContactRow(
        one.id(),
        visitor.at(one.at(), now),
        ContactWords.sign(one.channel()),
        words.channel(one.channel(), visitor),
        ContactWords.sign(one.direction()),
        words.direction(one.direction(), visitor),
        one.who(),
        one.clientId() == null ? null : names.get(one.clientId()),
        subject(one, visitor),
        one.subject() == null ? null : excerpt(one.text()),
        one.incident(),
        one.incidentSubject(),
        people.apply(one.loggedBy()),
        one.visibility() == Visibility.INTERNAL,
        one.isUnverified(),
        one.isWaiting(),
        note(one, visitor));
  }

  /** The subject, or the first words of what has none. */
  private String subject(ContactSummary one, Visitor visitor) {
    String words = one.subject() == null ? excerpt(one.text()) : one.subject();
    return words == null ? pages.name("contacts.kind", one.kind(), visitor.locale()) : words;
  }

  private static String excerpt(String text) {
    String line = text == null ? "" : text.replaceAll("\\s+", " ").strip();
    return line.isEmpty() ? null : TextInput.shortened(line, EXCERPT);
  }

  private String note(ContactSummary one, Visitor visitor) {
    if (one.dismissal() != null) {
      return pages.words(
          "contacts.dismissed",
          visitor.locale(),
          pages.name("contacts.dismissal", one.dismissal(), visitor.locale()));
    }
    boolean isSaid = one.subject() == null && excerpt(one.text()) == null;
    return one.kind() == ContactKind.INCIDENT || isSaid
        ? null
        : pages.name("contacts.kind", one.kind(), visitor.locale());
  }
}
