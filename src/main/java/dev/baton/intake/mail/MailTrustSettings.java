package dev.baton.intake.mail;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator says about the senders of mail that comes in: for all mailboxes, or for one.
 *
 * @param trust what a sender is believed by
 * @param authservIds the names by which our own mail servers sign {@code Authentication-Results}
 */
@ConfigurationProperties("baton.mail")
record MailTrustSettings(
    @DefaultValue("AUTHENTICATION_RESULTS") MailTrust trust,
    List<String> authservIds,
    List<MailboxTrust> boxes) {

  MailTrustSettings {
    authservIds = authservIds == null ? List.of() : List.copyOf(authservIds);
    boxes = boxes == null ? List.of() : List.copyOf(boxes);
  }

  /** What a sender is believed by. */
  enum MailTrust {
    /** What our own mail server wrote on top of the mail (RFC 8601). */
    AUTHENTICATION_RESULTS,
    /** The mail server refuses forged senders itself, so whatever it delivers is believed. */
    SERVER
  }

  /** One mailbox; what is null is as for all. */
  record MailboxTrust(
      String name, String host, String user, MailTrust trust, List<String> authservIds) {

    boolean isCalled(String box) {
      return box.equals(name == null || name.isBlank() ? user + "@" + host : name);
    }
  }

  MailTrust trustIn(String box) {
    return boxes.stream()
        .filter(one -> one.isCalled(box) && one.trust() != null)
        .map(MailboxTrust::trust)
        .findFirst()
        .orElse(trust);
  }

  List<String> authservIdsOf(String box) {
    return boxes.stream()
        .filter(one -> one.isCalled(box) && one.authservIds() != null)
        .map(MailboxTrust::authservIds)
        .findFirst()
        .orElse(authservIds);
  }

  /** Whether senders of this mailbox can be verified at all. */
  boolean canVerify(String box) {
    return trustIn(box) == MailTrust.SERVER || !authservIdsOf(box).isEmpty();
  }
}
