package dev.baton.intake.mail;

import dev.baton.intake.mail.ImapFolder.Limits;
import dev.baton.intake.mail.IncomingMailSettings.MailboxSettings;
import dev.baton.intake.mail.IncomingMailState.BoxState;
import dev.baton.notification.delivery.SocketDeadlines;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Shows administrators which mailboxes are read, whether they can be opened, and what arrived. */
@Service
public class MailboxCheck {

  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(10));

  private final Mailboxes mailboxes;
  private final IncomingMails mails;
  private final IncomingMailState state;

  MailboxCheck(Mailboxes mailboxes, IncomingMails mails, IncomingMailState state) {
    this.mailboxes = mailboxes;
    this.mails = mails;
    this.state = state;
  }

  /**
   * A mailbox.
   *
   * @param isRead whether the desk reads it at the moment
   */
  public record Mailbox(String name, String user, String host, String folder, boolean isRead) {}

  /**
   * What a check found.
   *
   * @param messages how many messages its folder has; 0 if it cannot be opened
   * @param trouble what failed, in the words of the server; null if it could be opened
   */
  public record Finding(int messages, String trouble) {}

  public List<Mailbox> mailboxes() {
    var states =
        state.boxes().stream().collect(Collectors.toMap(BoxState::name, Function.identity()));
    return mailboxes.all().stream().map(box -> mailbox(box, states.get(box.name()))).toList();
  }

  private static Mailbox mailbox(MailboxSettings box, BoxState state) {
    boolean isRead = state != null && state.readSecondsAgo() != null && state.trouble() == null;
    return new Mailbox(box.name(), box.user(), box.host(), box.folder(), isRead);
  }

  /** When the desk fetched a mail with this Message-ID; empty as long as it has not. */
  public Optional<Instant> arrivalOf(String messageId) {
    return mails.arrivalOf(messageId);
  }

  /** Connects, signs in and opens the folder; empty if there is no mailbox of this name. */
  public Optional<Finding> check(String name) {
    return mailboxes.all().stream()
        .filter(box -> box.name().equals(name))
        .findFirst()
        .map(MailboxCheck::open);
  }

  private static Finding open(MailboxSettings box) {
    try (SocketDeadlines deadlines = new SocketDeadlines("mailbox-check");
        ImapFolder folder = ImapFolder.open(box, deadlines, LIMITS)) {
      return new Finding(folder.size(), null);
    } catch (MessagingException e) {
      return new Finding(0, words(e));
    }
  }

  private static String words(MessagingException failure) {
    return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
        .map(Throwable::getMessage)
        .filter(words -> words != null && !words.isBlank())
        .map(words -> words.strip().replaceAll("\\s+", " "))
        .distinct()
        .collect(Collectors.joining(" / "));
  }
}
