package dev.baton.notification;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How mail goes out: {@code baton.mail}.
 *
 * @param address the desk's own, sender of all mail
 * @param secret the key of our marks; empty for one that is made once and kept in the database
 * @param attachUpTo how large all files of one mail may be together
 * @param boxes the mailboxes that are read; their addresses are ours
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
   * The server that takes our mail.
   *
   * @param host empty: mail is caught and goes nowhere
   * @param tls {@code starttls}, {@code ssl} or {@code none}
   * @param perSecond mails of one node in a second; 0 for as many as go
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

  /** A mailbox; only what tells that it is ours. */
  public record Box(String user, String address) {}
}
