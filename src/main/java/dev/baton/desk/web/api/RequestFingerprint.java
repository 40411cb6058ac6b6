package dev.baton.desk.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.web.validation.InvalidInput;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Distinguishes two reports by a hash of their content, whatever their whitespace and order. */
@Component
class RequestFingerprint {

  private static final Pattern KEY =
      Pattern.compile("[\\x21-\\x7e](?:[\\x20-\\x7e]{0,198}[\\x21-\\x7e])?");

  private final ObjectMapper json;

  RequestFingerprint(ObjectMapper json) {
    this.json = json;
  }

  /** SHA-256 in hex. */
  String of(IncidentRequest report) {
    try {
      byte[] text = json.writeValueAsBytes(report);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Returns the key if it is valid. */
  static String checked(String key) {
    if (!KEY.matcher(key).matches()) {
      var complaints = new InvalidInput.Complaints();
      complaints.about("Idempotency-Key", "must be 1 to 200 printable ASCII characters");
      complaints.raise();
    }
    return key;
  }
}
