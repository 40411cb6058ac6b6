package dev.baton.mail;

/**
 * A file attached to a mail.
 *
 * @param name decoded, without folders; never blank: derived from the type if none is declared
 * @param type the media type, such as {@code image/png}; lower case, without parameters
 * @param sha256 of the decoded content, in lower-case hexadecimal
 * @param contentId without angle brackets; null if missing
 * @param isInline whether the HTML body displays it
 */
public record MailAttachment(
    String name, String type, String sha256, String contentId, boolean isInline, byte[] content) {

  /** The size of the decoded content in bytes. */
  public long size() {
    return content.length;
  }
}
