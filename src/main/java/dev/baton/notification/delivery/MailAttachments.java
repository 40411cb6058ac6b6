package dev.baton.notification.delivery;

import dev.baton.incident.file.ContactFile;
import dev.baton.incident.file.ContactFiles;
import dev.baton.notification.Announcement;
import dev.baton.notification.MailSettings;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The files that a person attached to a message that goes to the client as a mail. */
@Component
public class MailAttachments {

  private static final String CONTACT = "contact-";

  private final ContactFiles files;
  private final long most;

  MailAttachments(ContactFiles files, MailSettings settings) {
    this.files = files;
    this.most = settings.attachUpTo().toBytes();
  }

  /**
   * The maximum total size of the attachments of one mail, in bytes; many servers refuse larger
   * mails.
   */
  public long most() {
    return most;
  }

  /** The epoch of a contact's announcement. */
  public static String epochOf(long contact) {
    return CONTACT + contact;
  }

  /** Returns the attachments of the mail about these contacts; none if they exceed the limit. */
  List<OutgoingMessage.File> of(List<Announcement> told) {
    List<ContactFile> given =
        told.stream()
            .map(Announcement::epoch)
            .filter(epoch -> epoch.startsWith(CONTACT))
            .map(epoch -> Long.parseLong(epoch.substring(CONTACT.length())))
            .flatMap(contact -> files.ofContact(contact).stream())
            .filter(file -> file.withheld() == null)
            .toList();
    if (given.stream().mapToLong(ContactFile::size).sum() > most) {
      return List.of();
    }
    return given.stream().flatMap(file -> enclosed(file).stream()).toList();
  }

  private Optional<OutgoingMessage.File> enclosed(ContactFile file) {
    return files
        .content(file.id())
        .map(content -> new OutgoingMessage.File(file.name(), file.type(), content));
  }
}
