package dev.baton.intake.mail;

import java.util.List;

/**
 * A mailbox that an administrator set on a page.
 *
 * @param name the desk's name for it, which identifies its reading position
 * @param port 0 for the usual one
 * @param password never handed out; null keeps the present one
 * @param tls {@code ssl} from the first byte, {@code starttls}, or {@code none}
 * @param client code of the client that all its mail belongs to; null if it serves all clients
 * @param doneFolder the folder for stored mails; null to mark them as read
 * @param authservIds the names with which its mail server signs {@code Authentication-Results}
 * @param active whether it is read
 */
public record MailboxAccount(
    String name,
    String host,
    int port,
    String user,
    String password,
    String tls,
    String folder,
    String client,
    String doneFolder,
    MailTrust trust,
    List<String> authservIds,
    boolean active) {

  /** Without the password. */
  @Override
  public String toString() {
    return name;
  }

  boolean isSameFolderAs(MailboxAccount other) {
    return host.equals(other.host) && user.equals(other.user) && folder.equals(other.folder);
  }
}
