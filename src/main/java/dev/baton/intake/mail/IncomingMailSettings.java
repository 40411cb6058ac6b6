package dev.baton.intake.mail;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The operator's settings for incoming mail.
 *
 * @param boxes the mailboxes to read
 * @param largest a larger mail is not fetched: its header is stored, and a person looks at it
 * @param fromOneSender mails of one address in an hour; more are stored without effect
 * @param onOneIncident mails on one incident in an hour; more are stored and notify no one
 * @param parseDeadline a mail that takes longer to parse goes to quarantine
 */
@ConfigurationProperties("baton.mail")
record IncomingMailSettings(
    List<MailboxSettings> boxes,
    @DefaultValue("25MB") DataSize largest,
    @DefaultValue("30") int fromOneSender,
    @DefaultValue("100") int onOneIncident,
    @DefaultValue("10s") Duration parseDeadline,
    @DefaultValue Files files) {

  /**
   * Which attachments are stored, and which can be downloaded.
   *
   * @param perMail files kept of one mail; any others are only in the raw mail
   * @param blocked file name extensions that are stored but cannot be downloaded
   */
  record Files(
      @DefaultValue("20MB") DataSize largest,
      @DefaultValue("50") int perMail,
      @DefaultValue({
            "ade", "app", "appx", "bat", "chm", "cmd", "com", "cpl", "dll", "exe", "hta", "iso",
            "jar", "jnlp", "js", "jse", "lnk", "msc", "msi", "msp", "pif", "ps1", "reg", "scr",
            "sct", "vb", "vbe", "vbs", "wsf", "wsh"
          })
          List<String> blocked) {}

  /** Together with the wait for a turn, it must be shorter than the lock of a job, 30 seconds. */
  private static final Duration LONGEST_PARSE = Duration.ofSeconds(20);

  IncomingMailSettings {
    if (parseDeadline.compareTo(Duration.ZERO) <= 0 || parseDeadline.compareTo(LONGEST_PARSE) > 0) {
      throw new IllegalArgumentException(
          "baton.mail.parse-deadline is %s; it may be up to %s."
              .formatted(parseDeadline, LONGEST_PARSE));
    }
    boxes = boxes == null ? List.of() : List.copyOf(boxes);
    if (boxes.stream().map(MailboxSettings::name).distinct().count() < boxes.size()) {
      throw new IllegalArgumentException(
          "Two of baton.mail.boxes have the same name; each needs its own.");
    }
  }

  /**
   * A mailbox to read over IMAP.
   *
   * @param name the desk's name for it, which identifies its reading position
   * @param port 0 for the usual one
   * @param tls {@code ssl} from the first byte, {@code starttls}, or {@code none}
   * @param client code of the client that all its mail belongs to; null if it serves all clients
   * @param doneFolder the folder for stored mails; if it does not exist, they are marked as read
   * @param poll the longest time between two polls
   */
  record MailboxSettings(
      String name,
      String host,
      @DefaultValue("0") int port,
      String user,
      String password,
      @DefaultValue("ssl") String tls,
      @DefaultValue("INBOX") String folder,
      String client,
      @DefaultValue("Baton/Done") String doneFolder,
      @DefaultValue("60s") Duration poll) {

    private static final int LONGEST_NAME = 60;

    MailboxSettings {
      if (host == null || host.isBlank() || user == null || user.isBlank()) {
        throw new IllegalArgumentException(
            "A mailbox needs baton.mail.boxes[n].host and .user; this one has host=%s, user=%s."
                .formatted(host, user));
      }
      name = name == null || name.isBlank() ? user + "@" + host : name;
      client = client == null || client.isBlank() ? null : client;
      if (name.length() > LONGEST_NAME) {
        throw new IllegalArgumentException(
            "baton.mail.boxes[n].name has at most %d characters: %s."
                .formatted(LONGEST_NAME, name));
      }
      if (!List.of("ssl", "starttls", "none").contains(tls)) {
        throw new IllegalArgumentException(
            "baton.mail.boxes[n].tls of %s is ssl, starttls or none, not %s.".formatted(name, tls));
      }
    }

    boolean isEncryptedFromTheStart() {
      return tls.equals("ssl");
    }

    boolean isUpgraded() {
      return tls.equals("starttls");
    }

    /** Without the password. */
    @Override
    public String toString() {
      return name;
    }
  }
}
