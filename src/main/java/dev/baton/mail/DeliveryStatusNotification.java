package dev.baton.mail;

import dev.baton.mail.mime.Headers;
import dev.baton.mail.mime.Interruption;
import dev.baton.mail.mime.MimeParser;
import dev.baton.mail.mime.MimePart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The status of each recipient in a {@code message/delivery-status} part (RFC 3464), as far as its
 * fields can be read.
 */
final class DeliveryStatusNotification {

  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n");
  private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

  /** Anything beyond these limits is ignored. */
  private static final int MAX_GROUPS = 1_000;

  private static final int MAX_GROUP_LENGTH = 20_000;
  private static final int MAX_DIAGNOSTIC_LENGTH = 2_000;

  private record Recipient(String address, String action, String status, String diagnostic) {

    boolean isDelivered() {
      if (status != null && status.startsWith("2.")) {
        return true;
      }
      return action.matches("(delivered|relayed|expanded|deliverable).*");
    }
  }

  private final List<Recipient> recipients;

  private DeliveryStatusNotification(List<Recipient> recipients) {
    this.recipients = recipients;
  }

  static Optional<DeliveryStatusNotification> in(MimePart root) {
    List<Recipient> recipients = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    List<MimePart> reports =
        root.all().filter(part -> part.type().contains("delivery-status")).toList();
    for (MimePart report : reports) {
      String text = report.text(ignored).replace("\r\n", "\n").replace('\r', '\n');
      for (String group : BLANK_LINE.split(text, MAX_GROUPS)) {
        Interruption.check();
        recipient(group.substring(0, Math.min(group.length(), MAX_GROUP_LENGTH)))
            .ifPresent(recipients::add);
      }
    }
    return reports.isEmpty()
        ? Optional.empty()
        : Optional.of(new DeliveryStatusNotification(recipients));
  }

  private static Optional<Recipient> recipient(String group) {
    Headers fields = MimeParser.parseHeaders(group.strip().getBytes(StandardCharsets.UTF_8));
    String address = address(fields);
    if (address == null && !fields.has("action") && !fields.has("status")) {
      return Optional.empty();
    }
    String diagnostic =
        fields
            .first("diagnostic-code")
            .map(text -> text.substring(0, Math.min(text.length(), MAX_DIAGNOSTIC_LENGTH)))
            .orElse(null);
    String plain =
        diagnostic == null ? null : diagnostic.replaceFirst("(?i)^\\s*(smtp|x-\\w+)\\s*;\\s*", "");
    String status = fields.first("status").flatMap(DeliveryStatusNotification::code).orElse(null);
    if (status == null || status.endsWith(".0.0")) {
      String declared = status;
      status =
          Optional.ofNullable(plain).flatMap(DeliveryStatusNotification::code).orElse(declared);
    }
    String action = fields.first("action").orElse("").strip().toLowerCase(Locale.ROOT);
    return Optional.of(new Recipient(address, action, status, plain));
  }

  private static Optional<String> code(String value) {
    Matcher status = STATUS.matcher(value);
    return status.find() ? Optional.of(status.group(1)) : Optional.empty();
  }

  private static String address(Headers fields) {
    for (String name : List.of("original-recipient", "final-recipient", "x-actual-recipient")) {
      Optional<String> value = fields.first(name);
      if (value.isPresent()) {
        String bare = value.get().replaceFirst("^[^;@]*;\\s*", "").replaceAll("[<>\\s]", "");
        bare = bare.replaceFirst("(?i)^(rfc822|smtp|unknown):", "");
        if (bare.contains("@") || name.equals("final-recipient") && !bare.isEmpty()) {
          return bare;
        }
      }
    }
    return null;
  }

  boolean isEmpty() {
    return recipients.isEmpty();
  }

  /** Whether the mail was delivered or passed on to every recipient. */
  boolean isSuccess() {
    return recipients.stream().allMatch(Recipient::isDelivered);
  }

  List<Bounce.FailedRecipient> failed() {
    return recipients.stream()
        .filter(recipient -> !recipient.isDelivered() && recipient.address() != null)
        .map(DeliveryStatusNotification::failed)
        .distinct()
        .toList();
  }

  private static Bounce.FailedRecipient failed(Recipient recipient) {
    boolean permanent =
        !recipient.action().startsWith("delayed")
            && PermanentFailure.isIndicatedBy(recipient.status(), recipient.diagnostic());
    return new Bounce.FailedRecipient(
        recipient.address(), recipient.status(), recipient.diagnostic(), permanent);
  }
}
