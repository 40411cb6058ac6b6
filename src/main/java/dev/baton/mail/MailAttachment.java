package dev.baton.mail;

/**
 * A file in a mail.
 *
 * @param name decoded, without any folder; never blank: a nameless one is called after its type
 * @param type such as {@code image/png}, lower case, without parameters
 * @param sha256 of the decoded content, in lower-case hexadecimal
 * @param contentId without brackets; null if the mail gives none
 * @param isInline whether the HTML shows it in its place
 */
public record MailAttachment(
    String name, String type, String sha256, String contentId, boolean isInline, byte[] content) {

  /** Bytes of the decoded content. */
  public long size() {
    return content.length;
  }
}
