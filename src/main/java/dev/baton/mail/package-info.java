/**
 * Reads e-mail: sender, recipients, text, reply, attachments, and whether it is automatic or a
 * bounce. Begin with {@link dev.baton.mail.MailParser}, whose result is {@link
 * dev.baton.mail.Mail}.
 */
@ApplicationModule(allowedDependencies = {})
package dev.baton.mail;

import org.springframework.modulith.ApplicationModule;
