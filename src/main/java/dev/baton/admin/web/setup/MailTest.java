package dev.baton.admin.web.setup;

import dev.baton.intake.mail.MailboxCheck.Mailbox;
import dev.baton.notification.MailServer;
import dev.baton.notification.OutgoingMail;
import dev.baton.notification.delivery.DeliveryChannel.ChannelDown;
import dev.baton.notification.delivery.DeliveryChannel.NotYet;
import dev.baton.notification.delivery.DeliveryChannel.Undeliverable;
import dev.baton.notification.delivery.StaffMail;
import dev.baton.notification.template.StaffTemplates;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends test messages: to an agent, or to a mailbox of the desk. */
@Component
class MailTest {

  private final StaffDirectory staff;
  private final StaffTemplates templates;
  private final StaffMail mail;
  private final OutgoingMail server;
  private final Clock clock;

  MailTest(
      StaffDirectory staff,
      StaffTemplates templates,
      StaffMail mail,
      OutgoingMail server,
      Clock clock) {
    this.staff = staff;
    this.templates = templates;
    this.mail = mail;
    this.server = server;
    this.clock = clock;
  }

  /** Returns what came of it. */
  SetUpResult sendTo(String login) {
    Optional<AgentView> reader = staff.agent(login).filter(agent -> agent.email() != null);
    if (reader.isEmpty()) {
      return SetUpResult.failed("mailOut", LocalizableText.of("admin.setup.mailOut.noAddress"));
    }
    try {
      mail.send(reader.get(), templates.test(reader.get()));
    } catch (Undeliverable | ChannelDown | NotYet e) {
      return SetUpResult.failed(
          "mailOut", LocalizableText.of("admin.setup.mailOut.failed", e.getMessage()));
    }
    MailServer used = server.current();
    return SetUpResult.succeeded(
        "mailOut",
        used.smtp().isThere()
            ? LocalizableText.of(
                "admin.setup.mailOut.sent", used.smtp().host(), reader.get().email())
            : LocalizableText.of("admin.setup.mailOut.kept"));
  }

  /**
   * Sends a message to the desk's own mailbox, so that it comes back in.
   *
   * @throws InvalidInput if it is not sent
   */
  RoundTrip sendTo(Mailbox mailbox, String login) {
    if (!server.current().smtp().isThere()) {
      throw new InvalidInput("mailbox", LocalizableText.of("admin.setup.mailIn.noServer"));
    }
    AgentView writer =
        staff
            .agent(login)
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "mailbox", LocalizableText.of("admin.setup.mailOut.noAddress")));
    Instant now = clock.instant();
    try {
      String messageId = mail.send(addressOf(mailbox), mailbox.name(), templates.test(writer));
      return new RoundTrip(mailbox.name(), messageId, now);
    } catch (Undeliverable | ChannelDown | NotYet e) {
      throw new InvalidInput(
          "mailbox", LocalizableText.of("admin.setup.mailOut.failed", e.getMessage()));
    }
  }

  /** Most mailboxes are signed in to by their address. */
  private String addressOf(Mailbox mailbox) {
    return mailbox.user().contains("@") ? mailbox.user() : server.current().address();
  }
}
