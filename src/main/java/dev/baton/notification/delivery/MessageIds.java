package dev.baton.notification.delivery;

import dev.baton.incident.IncidentNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Our Message-IDs: {@code <INC-2026-000123.45.5d41402abc4b2a76b971@desk.example>}, with the
 * notification and a keyed hash. Notification 0 stands for the thread of all mail about the
 * incident.
 */
@Component
class MessageIds {

  private static final long THREAD = 0;
  private static final Pattern SHAPE =
      Pattern.compile("<(inc-\\d{4}-\\d{6,9})\\.(\\d{1,18})\\.([0-9a-f]{20})@[^<>@\\s]+>");

  private final MessageIdKey key;
  private final SenderIdentity desk;

  MessageIds(MessageIdKey key, SenderIdentity desk) {
    this.key = key;
    this.desk = desk;
  }

  /** The parts of one of our Message-IDs. */
  record Meaning(IncidentNumber incident, long notification) {}

  String of(String incident, long notification) {
    return "<%s.%d.%s@%s>"
        .formatted(incident, notification, hash(incident, notification), desk.domain());
  }

  String threadOf(String incident) {
    return of(incident, THREAD);
  }

  /**
   * Empty unless we created the Message-ID. The comparison ignores case, since some servers change
   * it.
   */
  Optional<Meaning> read(String messageId) {
    if (messageId == null) {
      return Optional.empty();
    }
    Matcher ours = SHAPE.matcher(messageId.strip().toLowerCase(Locale.ROOT));
    if (!ours.matches()) {
      return Optional.empty();
    }
    String incident = ours.group(1).toUpperCase(Locale.ROOT);
    long notification = Long.parseLong(ours.group(2));
    return isEqual(hash(incident, notification), ours.group(3))
        ? Optional.of(new Meaning(new IncidentNumber(incident), notification))
        : Optional.empty();
  }

  private String hash(String incident, long notification) {
    return key.mark("message:" + incident + ":" + notification);
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
