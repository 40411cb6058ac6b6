package dev.baton.intake.mail;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's settings for verifying senders of incoming mail: for all mailboxes, or for one.
 *
 * @param trust how a sender is verified
 * @param authservIds the names with which our own mail servers sign {@code Authentication-Results}
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

  /** One mailbox; null values are inherited. */
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
