/**
 * Reads mailboxes and turns mails into contacts, incidents and replies. Begin with {@link
 * MailboxReader} (reading) and {@link ClassifyMail} (what a mail becomes).
 */
@NamedInterface("mail")
package dev.baton.intake.mail;

import org.springframework.modulith.NamedInterface;
