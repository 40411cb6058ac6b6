package dev.baton.notification;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Settings for outgoing mail: {@code baton.mail}.
 *
 * @param address the desk's own address, the sender of all mail
 * @param secret the key that signs our Message-IDs; if empty, one is generated once and kept in the
 *     database
 * @param attachUpTo the maximum total size of the attachments of one mail
 * @param boxes the mailboxes that Baton reads; their addresses count as our own
 */
@ConfigurationProperties("baton.mail")
public record MailSettings(
    String address, String secret, Smtp smtp, DataSize attachUpTo, List<Box> boxes) {

  private static final String NOBODY = "desk@baton.invalid";

  public MailSettings {
    address = address == null || address.isBlank() ? NOBODY : address.strip();
    secret = secret == null ? "" : secret.strip();
    smtp = smtp == null ? new Smtp(null, 0, null, null, null, 0) : smtp;
    attachUpTo = attachUpTo == null ? DataSize.ofMegabytes(10) : attachUpTo;
    boxes = boxes == null ? List.of() : List.copyOf(boxes);
  }

  /**
   * The outgoing mail server.
   *
   * @param host if empty, mail is kept in the database and not sent
   * @param tls {@code starttls}, {@code ssl} or {@code none}
   * @param perSecond mails per second and node; 0 for no limit
   */
  public record Smtp(
      String host, int port, String user, String password, String tls, double perSecond) {

    public Smtp {
      host = host == null ? "" : host.strip();
      tls = tls == null || tls.isBlank() ? (port == 465 ? "ssl" : "starttls") : tls.strip();
      if (!List.of("starttls", "ssl", "none").contains(tls)) {
        throw new IllegalArgumentException(
            "baton.mail.smtp.tls is '%s'; it may be starttls, ssl or none.".formatted(tls));
      }
      port = port > 0 ? port : tls.equals("ssl") ? 465 : tls.equals("none") ? 25 : 587;
    }

    public boolean isThere() {
      return !host.isEmpty();
    }
  }

  /** A mailbox, with only the settings needed to recognise our own addresses. */
  public record Box(String user, String address) {}
}
