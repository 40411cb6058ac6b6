package dev.baton.intake.mail;

import dev.baton.mail.Mail;
import dev.baton.mail.SenderAuthentication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Decides whether a mail's sender is verified, following the settings of its mailbox. */
@Component
@EnableConfigurationProperties(MailTrustSettings.class)
class MailSenders {

  private static final Logger LOG = LoggerFactory.getLogger(MailSenders.class);

  private final Mailboxes mailboxes;

  MailSenders(MailTrustSettings trust, IncomingMailSettings settings, Mailboxes mailboxes) {
    this.mailboxes = mailboxes;
    settings.boxes().stream()
        .filter(box -> !trust.canVerify(box.name()))
        .forEach(
            box ->
                LOG.warn(
                    "Nobody's mail in {} can be verified: set baton.mail.authserv-ids to the name"
                        + " by which your mail server signs Authentication-Results, or"
                        + " baton.mail.trust to SERVER if it refuses forged senders itself.",
                    box.name()));
  }

  SenderAuthentication of(String box, byte[] raw, Mail mail) {
    SenderAuthentication sender =
        mailboxes.trustIn(box) == MailTrust.SERVER
            ? SenderAuthentication.byServer(raw)
            : SenderAuthentication.of(raw, mailboxes.authservIdsOf(box));
    return sender.isVerified() && (mail.from() == null || mail.from().email().isBlank())
        ? SenderAuthentication.withoutSender()
        : sender;
  }

  boolean canVerify(String box) {
    return mailboxes.canVerify(box);
  }
}
