package dev.baton.notification.web;

import dev.baton.notification.delivery.CaughtMail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.data.domain.Page;

/** The list of stored mails, ready to print. */
record OutboxPageModel(String q, long count, List<ListedMail> mails, String newer, String older) {

  /** One mail in the list. */
  record ListedMail(String when, String recipient, String subject, long notification, String link) {

    static ListedMail of(CaughtMail mail, DateTimeFormatter times) {
      return new ListedMail(
          times.format(mail.at()),
          mail.recipient(),
          mail.subject(),
          mail.notification(),
          "/outbox/" + mail.id());
    }
  }

  static OutboxPageModel of(String q, Page<CaughtMail> page, DateTimeFormatter times) {
    return new OutboxPageModel(
        q,
        page.getTotalElements(),
        page.map(mail -> ListedMail.of(mail, times)).getContent(),
        page.hasPrevious() ? link(q, page.getNumber() - 1) : null,
        page.hasNext() ? link(q, page.getNumber() + 1) : null);
  }

  private static String link(String q, int page) {
    return "/outbox?page=" + page + "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
  }
}
