package dev.baton.intake.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes that keep long and foreign names short and plain. */
final class MailHashes {

  private MailHashes() {}

  static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By what a Message-ID is remembered. */
  static String ofMessageId(String messageId) {
    return of(messageId.strip().getBytes(StandardCharsets.UTF_8));
  }

  /** Of a mail whose sender is not verified: it may have chosen the Message-ID of another. */
  static String ofUnverified(String messageId) {
    return ofMessageId("unverified " + messageId.strip());
  }
}
