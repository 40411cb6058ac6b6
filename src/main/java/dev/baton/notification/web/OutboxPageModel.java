package dev.baton.notification.web;

import dev.baton.notification.delivery.CaughtMail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.data.domain.Page;

/** The list of stored mails, ready to print. */
record OutboxPageModel(String q, String count, List<ListedMail> mails, String newer, String older) {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** One mail in the list. */
  record ListedMail(String when, String recipient, String subject, long notification, String link) {

    static ListedMail of(CaughtMail mail) {
      return new ListedMail(
          WHEN.format(mail.at()),
          mail.recipient(),
          mail.subject(),
          mail.notification(),
          "/outbox/" + mail.id());
    }
  }

  static OutboxPageModel of(String q, Page<CaughtMail> page) {
    long count = page.getTotalElements();
    return new OutboxPageModel(
        q,
        count == 1 ? "1 email" : String.format(Locale.ROOT, "%,d emails", count),
        page.map(ListedMail::of).getContent(),
        page.hasPrevious() ? link(q, page.getNumber() - 1) : null,
        page.hasNext() ? link(q, page.getNumber() + 1) : null);
  }

  private static String link(String q, int page) {
    return "/outbox?page=" + page + "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
  }
}
