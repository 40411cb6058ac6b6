package dev.baton.flow.proposal;

import dev.baton.engine.release.ModelXml;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** Tells whether what a file replaces is still what it was. SHA-256 in hexadecimal. */
final class FileHashes {

  /** Where nothing is live that the file would replace. */
  static final String NONE = "";

  private FileHashes() {}

  /** Of all live files that define what this one defines, in the order of their names. */
  static String ofReplaced(String name, byte[] content, Map<String, byte[]> live) {
    Set<String> defined = ModelXml.definitions(name, content);
    MessageDigest digest = sha256();
    boolean[] any = {false};
    live.entrySet().stream()
        .filter(
            file ->
                !Collections.disjoint(
                    ModelXml.definitions(file.getKey(), file.getValue()), defined))
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            file -> {
              any[0] = true;
              digest.update(file.getValue());
            });
    return any[0] ? HexFormat.of().formatHex(digest.digest()) : NONE;
  }

  static String of(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
