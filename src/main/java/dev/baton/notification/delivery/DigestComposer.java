package dev.baton.notification.delivery;

import dev.baton.notification.Announcement;
import dev.baton.notification.StoredNotification;
import dev.baton.notification.template.MessageComposer;
import dev.baton.notification.template.RenderedMessage;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Combines the notifications collected for one recipient into one message. */
@Component
class DigestComposer {

  private final Outbox outbox;
  private final MessageComposer letters;

  DigestComposer(Outbox outbox, MessageComposer letters) {
    this.outbox = outbox;
    this.letters = letters;
  }

  /**
   * Returns the notifications to send in one message with this one, including this one; empty if
   * another message already carries it.
   */
  List<StoredNotification> with(StoredNotification carrier, Instant now) {
    if (!carrier.digest()) {
      return List.of(carrier);
    }
    List<StoredNotification> taken = outbox.takeUp(carrier, now);
    return taken.stream().anyMatch(one -> one.id() == carrier.id()) ? taken : List.of();
  }

  RenderedMessage join(
      StoredNotification carrier, RenderedMessage first, List<StoredNotification> all) {
    List<StoredNotification> others = all.stream().filter(one -> one.id() != carrier.id()).toList();
    if (others.isEmpty()) {
      return first;
    }
    StringBuilder text = new StringBuilder(first.text());
    StringBuilder html = new StringBuilder();
    for (StoredNotification other : others) {
      Announcement announced = outbox.announcement(other.announcementId()).orElseThrow();
      RenderedMessage rendered = letters.write(other, announced);
      text.append("\n\n--------------------\n").append(rendered.subject()).append("\n\n");
      text.append(rendered.text());
      html.append("<hr>").append(body(rendered.html()));
    }
    return new RenderedMessage(
        "%s (+%d)".formatted(first.subject(), others.size()),
        text.toString(),
        within(first.html(), html.toString()));
  }

  /** Returns the content of the body element, or the whole text if there is none. */
  private static String body(String html) {
    int tag = html.indexOf("<body");
    int from = tag < 0 ? 0 : html.indexOf('>', tag) + 1;
    int to = html.lastIndexOf("</body>");
    return html.substring(from, to < from ? html.length() : to);
  }

  private static String within(String html, String more) {
    int end = html.lastIndexOf("</body>");
    return end < 0 ? html + more : html.substring(0, end) + more + html.substring(end);
  }
}
