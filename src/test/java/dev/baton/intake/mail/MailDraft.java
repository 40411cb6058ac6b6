package dev.baton.intake.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A mail for a story, as bytes; change what matters to it. */
final class MailDraft {

  private static final AtomicLong COUNT = new AtomicLong();

  private final List<String> head = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private String from = "Rita Reporter <rita@acme.example>";
  private String to = "desk@baton.example";
  private String subject = "The printer is on fire";
  private String messageId =
      "<" + COUNT.incrementAndGet() + "." + System.nanoTime() + "@acme.example>";
  private String report;
  private boolean verified = true;
  private String text = "It stopped this morning.";

  static MailDraft mail() {
    return new MailDraft();
  }

  MailDraft from(String sender) {
    from = sender;
    return this;
  }

  /** Without what the desk's own mail server says of the sender. */
  MailDraft unverified() {
    verified = false;
    return this;
  }

  MailDraft to(String recipient) {
    to = recipient;
    return this;
  }

  MailDraft subject(String words) {
    subject = words;
    return this;
  }

  MailDraft id(String id) {
    messageId = id;
    return this;
  }

  String id() {
    return messageId;
  }

  MailDraft text(String words) {
    text = words;
    return this;
  }

  MailDraft with(String name, String value) {
    head.add(name + ": " + value);
    return this;
  }

  MailDraft answering(String... ids) {
    with("In-Reply-To", ids[0]);
    return with("References", String.join(" ", ids));
  }

  MailDraft file(String name, String content) {
    files.add(
        "Content-Type: application/octet-stream\r\n"
            + "Content-Disposition: attachment; filename=\"%s\"\r\n".formatted(name)
            + "Content-Transfer-Encoding: base64\r\n\r\n"
            + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /** Makes it a delivery report. */
  MailDraft report(String status, String headOfTheOriginal) {
    report =
        "Content-Type: multipart/report; report-type=delivery-status; boundary=cut\r\n\r\n"
            + "--cut\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
            + "--cut\r\nContent-Type: message/delivery-status\r\n\r\n"
            + status
            + "\r\n--cut\r\nContent-Type: text/rfc822-headers\r\n\r\n"
            + headOfTheOriginal
            + "\r\n--cut--\r\n";
    return this;
  }

  byte[] bytes() {
    StringBuilder mail = new StringBuilder();
    if (verified && from != null) {
      String domain = from.substring(from.lastIndexOf('@') + 1).replace(">", "");
      mail.append("Authentication-Results: mx.baton.example; dmarc=pass header.from=")
          .append(domain)
          .append("\r\n");
    }
    if (from != null) {
      mail.append("From: ").append(from).append("\r\n");
    }
    mail.append("To: ").append(to).append("\r\nSubject: ").append(subject).append("\r\n");
    if (messageId != null) {
      mail.append("Message-ID: ").append(messageId).append("\r\n");
    }
    mail.append("Date: Mon, 2 Nov 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\n");
    head.forEach(line -> mail.append(line).append("\r\n"));
    String body = "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n";
    if (report != null) {
      mail.append(report);
    } else if (files.isEmpty()) {
      mail.append(body);
    } else {
      mail.append("Content-Type: multipart/mixed; boundary=cut\r\n\r\n");
      mail.append("--cut\r\n").append(body);
      files.forEach(file -> mail.append("--cut\r\n").append(file).append("\r\n"));
      mail.append("--cut--\r\n");
    }
    return mail.toString().getBytes(StandardCharsets.UTF_8);
  }
}
