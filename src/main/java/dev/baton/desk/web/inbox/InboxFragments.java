package dev.baton.desk.web.inbox;

import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.notification.delivery.Inbox;
import dev.baton.notification.delivery.InboxMessage;
import dev.baton.web.validation.TextInput;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** Renders the messages of a person's inbox, with a hash of what they show. */
@Component
class InboxFragments {

  /** A placeholder for the hash until the messages are rendered. */
  private static final String MARK = "mark-of-these-messages";

  private static final int PREVIEWED = 160;

  private final Inbox inbox;
  private final PageLayout layout;
  private final PageRenderer pages;
  private final Clock clock;

  InboxFragments(Inbox inbox, PageLayout layout, PageRenderer pages, Clock clock) {
    this.inbox = inbox;
    this.layout = layout;
    this.pages = pages;
    this.clock = clock;
  }

  /** A message as it is shown. */
  record Row(
      long id, String href, String subject, String text, String at, String iso, boolean read) {}

  /**
   * The rendered messages.
   *
   * @param mark stays the same as long as they show the same
   */
  record Messages(String html, String mark) {}

  Messages messages(InboxView asked, Visitor visitor) {
    Page<InboxMessage> found = find(asked, visitor);
    if (found.isEmpty() && asked.page() > 0) { // the last of this page were read
      return messages(asked.atPage(Math.max(0, found.getTotalPages() - 1)), visitor);
    }
    Instant now = clock.instant();
    List<Row> rows = found.stream().map(message -> row(message, visitor, now)).toList();
    Map<String, Object> model = new HashMap<>(layout.bell(visitor));
    model.put("rows", rows);
    model.put("unreadOnly", asked.isUnreadOnly());
    model.put("query", asked.query());
    model.put("mark", MARK);
    model.put("pageNumber", pages.words("list.page", visitor.locale(), asked.page() + 1));
    model.put("previous", found.hasPrevious() ? link(asked.atPage(asked.page() - 1)) : null);
    model.put("next", found.hasNext() ? link(asked.atPage(asked.page() + 1)) : null);
    String html = pages.part("inbox", "messages", visitor.locale(), model);
    String mark = DigestUtils.md5DigestAsHex(html.getBytes(StandardCharsets.UTF_8));
    return new Messages(html.replaceFirst(MARK, mark), mark);
  }

  /** The bell, to replace the one in the top bar. */
  String bell(Visitor visitor) {
    return pages.part("frame", "bell", visitor.locale(), layout.bell(visitor));
  }

  /** A message about what was done. */
  String notice(String words, Visitor visitor) {
    return pages.part("inbox", "notice", visitor.locale(), Map.of("words", words));
  }

  private Page<InboxMessage> find(InboxView asked, Visitor visitor) {
    return inbox.of(
        visitor.caller().login(),
        asked.isUnreadOnly(),
        PageRequest.of(asked.page(), InboxView.ON_A_PAGE));
  }

  private static Row row(InboxMessage message, Visitor visitor, Instant now) {
    return new Row(
        message.id(),
        href(message),
        message.subject(),
        preview(message.text()),
        visitor.at(message.at(), now),
        message.at().toString(),
        message.readAt() != null);
  }

  /** The incident; for a note that mentions the person, the note among the messages. */
  private static String href(InboxMessage message) {
    String incident = "/desk/incidents/" + message.incident();
    return message.contact() == null
        ? incident
        : incident + "?view=messages#contact-" + message.contact();
  }

  /** How the message begins after its greeting. */
  private static String preview(String text) {
    String words =
        text.strip().lines().skip(1).map(String::strip).collect(Collectors.joining(" ")).strip();
    return TextInput.shortened(words, PREVIEWED);
  }

  private static String link(InboxView view) {
    return "/desk/inbox" + view.query();
  }
}
