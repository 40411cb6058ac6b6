package dev.baton.incident.file;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** The mails from which contacts were made, as they came. */
public interface ReceivedMails {

  /**
   * The whole message; empty when the contact was made of no mail.
   *
   * @throws MailRemoved when it was removed after its retention period
   */
  Optional<byte[]> rawOf(long contactId);

  /** Those of the contacts that were made of a mail which is still there. */
  Set<Long> among(Collection<Long> contactIds);
}
