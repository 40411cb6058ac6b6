package dev.baton.flow.proposal;

import dev.baton.engine.release.ModelXml;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is live, by what it defines; each file is read once. Tells whether what a file replaces is
 * still what it was, by SHA-256 in hexadecimal.
 */
final class LiveDefinitions {

  /** Where nothing is live that the file would replace. */
  static final String NONE = "";

  private final Map<String, byte[]> files;
  private final Map<String, String> fileOf = new HashMap<>();

  LiveDefinitions(Map<String, byte[]> live) {
    this.files = live;
    live.forEach(
        (name, content) ->
            ModelXml.definitions(name, content).forEach(each -> fileOf.put(each, name)));
  }

  /** Of all files that define what this one defines, in the order of their names. */
  String replacedBy(String name, byte[] content) {
    List<String> replaced =
        ModelXml.definitions(name, content).stream()
            .map(fileOf::get)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    MessageDigest digest = sha256();
    replaced.forEach(file -> digest.update(files.get(file)));
    return replaced.isEmpty() ? NONE : HexFormat.of().formatHex(digest.digest());
  }

  static String hash(byte[] content) {
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
