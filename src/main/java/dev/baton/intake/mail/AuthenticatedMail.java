package dev.baton.intake.mail;

import dev.baton.mail.Mail;
import dev.baton.mail.MailAddress;
import dev.baton.mail.MailAttachment;
import dev.baton.mail.SenderAuthentication;
import java.util.List;

/** A mail, and whether its sender is verified. */
record AuthenticatedMail(Mail mail, SenderAuthentication sender) {

  boolean isVerified() {
    return sender.isVerified();
  }

  MailAddress from() {
    return mail.from();
  }

  List<MailAddress> to() {
    return mail.to();
  }

  List<MailAddress> cc() {
    return mail.cc();
  }

  String messageId() {
    return mail.messageId();
  }

  String subject() {
    return mail.subject();
  }

  String text() {
    return mail.text();
  }

  String reply() {
    return mail.reply();
  }

  List<MailAttachment> attachments() {
    return mail.attachments();
  }
}
