package dev.baton.desk.web.incident;

import static java.util.stream.Collectors.toMap;

import dev.baton.desk.web.JournalWords;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.engine.Actor;
import dev.baton.incident.ContactView;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.TimelineText;
import dev.baton.incident.Visibility;
import dev.baton.incident.file.ContactFile;
import dev.baton.incident.file.ContactFiles;
import dev.baton.incident.file.ReceivedMails;
import dev.baton.incident.timeline.TimelineReader;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.NotificationEvents;
import dev.baton.notification.NotificationView;
import dev.baton.notification.Notifications;
import dev.baton.notification.RegisteredEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Merges journal, contacts and notifications of an incident into one timeline. */
@Component
class TimelineAssembler {

  /** The length to which the timeline shortens long texts; the rest is loaded on demand. */
  private static final int SHOWN = 2_000;

  private final TimelineReader timeline;
  private final Notifications notifications;
  private final NotificationEvents events;
  private final ContactFiles files;
  private final ReceivedMails mails;
  private final JournalWords journal;
  private final TimelineFolds folds;
  private final PageRenderer pages;
  private final Clock clock;

  TimelineAssembler(
      TimelineReader timeline,
      Notifications notifications,
      NotificationEvents events,
      ContactFiles files,
      ReceivedMails mails,
      JournalWords journal,
      TimelineFolds folds,
      PageRenderer pages,
      Clock clock) {
    this.timeline = timeline;
    this.notifications = notifications;
    this.events = events;
    this.files = files;
    this.mails = mails;
    this.journal = journal;
    this.folds = folds;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * The lines, and whether there is more.
   *
   * @param wanted what is shown: more items than were asked for, if they fold to a few lines
   * @param last the instant of the last item; null if there is none
   */
  record TimelinePart(List<TimelineRow> rows, TimelineFilter wanted, boolean more, Instant last) {}

  /** One source: journal and contacts, or notifications. */
  private record Timed(Instant at, TimelineText line, NotificationView told) {

    Long contact() {
      return line == null || line.said() == null ? null : line.said().id();
    }
  }

  /** Folding empties no page: it goes on until there are about as many lines as were asked for. */
  TimelinePart of(IncidentNumber number, Visitor visitor, TimelineFilter asked) {
    TimelinePart part = read(number, visitor, asked);
    while (part.more()
        && part.rows().size() <= asked.shown() / 2
        && part.wanted().further() != null) {
      part = read(number, visitor, part.wanted().withMore());
    }
    return part;
  }

  private TimelinePart read(IncidentNumber number, Visitor visitor, TimelineFilter wanted) {
    List<Timed> all = new ArrayList<>();
    timeline
        .of(number, wanted.timeline(visitor))
        .forEach(line -> all.add(new Timed(line.at(), line, null)));
    if (!wanted.messagesOnly()) {
      notifications
          .of(number, wanted.notifications(visitor))
          .forEach(told -> all.add(new Timed(told.createdAt(), null, told)));
    }
    Comparator<Timed> order = Comparator.comparing(Timed::at);
    List<Timed> shown =
        all.stream()
            .sorted(wanted.newestFirst() ? order.reversed() : order)
            .limit(wanted.shown())
            .toList();
    return new TimelinePart(
        folds.of(items(shown, visitor), visitor, clock.instant()),
        wanted,
        all.size() > wanted.shown(),
        shown.isEmpty() ? null : shown.get(shown.size() - 1).at());
  }

  private List<TimelineItem> items(List<Timed> shown, Visitor visitor) {
    Instant now = clock.instant();
    List<Long> contacts = shown.stream().map(Timed::contact).filter(Objects::nonNull).toList();
    Map<Long, List<ContactFile>> kept = contacts.isEmpty() ? Map.of() : files.ofContacts(contacts);
    Set<Long> mailed = visitor.isOfClient() ? Set.of() : mails.among(contacts);
    Map<NotificationEvent, RegisteredEvent> ofOwners = ofOwners(shown);
    return shown.stream()
        .map(
            each ->
                each.told() != null
                    ? told(each.told(), visitor, now, ofOwners)
                    : each.line().said() == null
                        ? done(each.line(), visitor, now)
                        : said(each.line().said(), visitor, now, kept, mailed))
        .toList();
  }

  private TimelineItem said(
      ContactView contact,
      Visitor visitor,
      Instant now,
      Map<Long, List<ContactFile>> kept,
      Set<Long> mailed) {
    boolean internal = contact.visibility() == Visibility.INTERNAL;
    boolean in = contact.direction() == Direction.IN;
    String kind = internal ? "note" : in ? "in" : "out";
    String channel = pages.name("channel", contact.channel(), visitor.locale());
    String body = contact.body() == null ? "" : contact.body();
    return new TimelineItem(
        "c" + contact.id(),
        null,
        kind,
        internal ? "✎" : in ? "→" : "←",
        title(contact, kind, channel, visitor.locale()),
        in && contact.from() != null ? contact.from() : by(contact.loggedBy(), visitor),
        visitor.at(contact.at(), now),
        contact.at().toString(),
        contact.subject(),
        shortened(body),
        body.length() > SHOWN,
        internal,
        contact.id(),
        mailed.contains(contact.id()),
        null,
        null,
        kept.getOrDefault(contact.id(), List.of()).stream().map(TimelineAssembler::file).toList());
  }

  private String title(ContactView contact, String kind, String channel, Locale locale) {
    String title = pages.words("timeline." + kind, locale, channel);
    return contact.isUnverified() ? pages.words("timeline.unverified", locale, title) : title;
  }

  private TimelineItem done(TimelineText line, Visitor visitor, Instant now) {
    return new TimelineItem(
        "j" + line.id(),
        FoldKind.of(line),
        "done",
        "•",
        pages.words("journal." + line.kind(), visitor.locale()),
        by(line.actor(), visitor),
        visitor.at(line.at(), now),
        line.at().toString(),
        null,
        shortened(journal.of(line, visitor, now)),
        false,
        line.visibility() == Visibility.INTERNAL,
        null,
        false,
        null,
        null,
        List.of());
  }

  /** The events among these that process owners registered. */
  private Map<NotificationEvent, RegisteredEvent> ofOwners(List<Timed> shown) {
    return shown.stream().allMatch(each -> each.told() == null || each.told().event().isBuiltIn())
        ? Map.of()
        : events.ofOwners().stream().collect(toMap(RegisteredEvent::code, event -> event));
  }

  private String name(
      NotificationEvent event, Map<NotificationEvent, RegisteredEvent> ofOwners, Locale locale) {
    if (event.isBuiltIn()) {
      return pages.words("event." + event.code(), locale);
    }
    return ofOwners.containsKey(event) ? ofOwners.get(event).name(locale) : event.code();
  }

  private TimelineItem told(
      NotificationView told,
      Visitor visitor,
      Instant now,
      Map<NotificationEvent, RegisteredEvent> ofOwners) {
    Locale locale = visitor.locale();
    String reader = told.recipientName() == null ? told.recipient() : told.recipientName();
    String trouble = visitor.isOfClient() ? null : told.lastError();
    Instant done = told.deliveredAt() == null ? told.sentAt() : told.deliveredAt();
    String state =
        pages.name("delivery", told.status(), locale)
            + (done == null ? "" : ", " + visitor.at(done, now));
    String reason = told.reasonWords() == null ? trouble : told.reasonWords();
    return new TimelineItem(
        "n" + told.id(),
        FoldKind.of(told),
        "notified",
        "✉",
        pages.words("timeline.notified", locale, name(told.event(), ofOwners, locale), reader),
        pages.name("sentBy", told.channel(), locale),
        visitor.at(told.createdAt(), now),
        told.createdAt().toString(),
        null,
        reason,
        false,
        !told.audience().isOutside(),
        null,
        false,
        told.status().name().toLowerCase(Locale.ROOT),
        state,
        List.of());
  }

  /** Shows the desk's people by name; to a client's people they are "the desk". */
  private String by(String login, Visitor visitor) {
    boolean isHidden =
        visitor.isOfClient()
            && !Actor.FLOW.name().equals(login)
            && !visitor.caller().login().equals(login);
    return isHidden ? pages.words("timeline.desk", visitor.locale()) : journal.by(login, visitor);
  }

  private static TimelineItem.TimelineFile file(ContactFile file) {
    long kilobytes = Math.max(1, file.size() / 1_000);
    String size =
        kilobytes < 1_000
            ? kilobytes + " kB"
            : String.format(Locale.ROOT, "%.1f MB", kilobytes / 1_000.0);
    return new TimelineItem.TimelineFile(file.id(), file.name(), size, file.withheld());
  }

  private static String shortened(String text) {
    return text == null || text.length() <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, SHOWN))) + " …";
  }
}
