/**
 * Reads mailboxes and makes contacts, incidents and replies of mails. Begin with {@link
 * MailboxReader} (reading) and {@link ClassifyMail} (what a mail becomes).
 */
@NamedInterface("mail")
package dev.baton.intake.mail;

import org.springframework.modulith.NamedInterface;
