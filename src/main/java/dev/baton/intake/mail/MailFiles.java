package dev.baton.intake.mail;

import dev.baton.incident.file.AttachFiles;
import dev.baton.incident.file.ContactFiles;
import dev.baton.incident.file.ContactFiles.NewFile;
import dev.baton.mail.Mail;
import dev.baton.mail.MailAttachment;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Stores the attachments of a mail, and files uploaded by hand, within the operator's limits. */
@Component
class MailFiles implements AttachFiles {

  private final IncomingMailSettings.Files limits;
  private final ContactFiles files;

  MailFiles(IncomingMailSettings settings, ContactFiles files) {
    this.limits = settings.files();
    this.files = files;
  }

  void keep(long contactId, Mail mail) {
    List<MailAttachment> all = mail.attachments();
    for (MailAttachment file : all.subList(0, Math.min(all.size(), limits.perMail()))) {
      files.keep(contactId, checked(file));
    }
  }

  /** Whether all files are kept and handed out. */
  boolean keepsAllOf(Mail mail) {
    return mail.attachments().size() <= limits.perMail()
        && mail.attachments().stream().allMatch(file -> whyWithheld(file) == null);
  }

  private NewFile checked(MailAttachment file) {
    return new NewFile(
        file.name(),
        file.type(),
        file.size(),
        file.sha256(),
        whyWithheld(file),
        isTooLarge(file) ? null : file.content());
  }

  /** Why the file is not handed out; null if it is. */
  private String whyWithheld(MailAttachment file) {
    if (isTooLarge(file)) {
      return "Larger than %s; it is in the raw mail.".formatted(limits.largest());
    }
    String ending = ending(file.name());
    return limits.blocked().contains(ending)
        ? "Files that end in .%s are not handed out.".formatted(ending)
        : null;
  }

  private boolean isTooLarge(MailAttachment file) {
    return file.size() > limits.largest().toBytes();
  }

  @Override
  public void check(GivenFile file) {
    if (file.content().length == 0) {
      throw new InvalidInput("file", LocalizableText.of("refused.file.empty", file.name()));
    }
    if (file.content().length > limits.largest().toBytes()) {
      throw new InvalidInput(
          "file", LocalizableText.of("refused.file.large", file.name(), limits.largest()));
    }
    if (limits.blocked().contains(ending(file.name()))) {
      throw new InvalidInput(
          "file", LocalizableText.of("refused.file.blocked", ending(file.name())));
    }
  }

  @Override
  public void attach(long contactId, GivenFile file) {
    files.keep(
        contactId,
        new NewFile(
            file.name(),
            file.type() == null ? "application/octet-stream" : file.type(),
            file.content().length,
            MailHashes.of(file.content()),
            null,
            file.content()));
  }

  /** Reads the name as a lenient system would: trailing dots and spaces do not count. */
  private static String ending(String name) {
    String plain = name.replaceAll("[.\\s\\p{C}]+$", "");
    return plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
