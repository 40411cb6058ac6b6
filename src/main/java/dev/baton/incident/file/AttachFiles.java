package dev.baton.incident.file;

/** Keeps files that a person gives to a contact by hand, within the limits for files of mails. */
public interface AttachFiles {

  /**
   * @throws dev.baton.web.validation.InvalidInput for field {@code file} when it is empty, too
   *     large, or of a kind that is not handed out; nothing is kept then
   */
  void check(GivenFile file);

  /** Keeps a checked file with the contact. */
  void attach(long contactId, GivenFile file);

  /**
   * A file as somebody sent it.
   *
   * @param type what the sender says it is
   */
  record GivenFile(String name, String type, byte[] content) {}
}
