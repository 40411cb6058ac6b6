package dev.baton.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a part {@code message/delivery-status} (RFC 3464) tells of each recipient, as far as its
 * lines can be made out.
 */
final class DeliveryReport {

  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n");
  private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

  /** What is told of more recipients, or at greater length, is left out. */
  private static final int MOST_GROUPS = 1_000;

  private static final int LONGEST_GROUP = 20_000;
  private static final int LONGEST_DIAGNOSTIC = 2_000;

  private record Recipient(String address, String action, String status, String diagnostic) {

    boolean isReached() {
      if (status != null && status.startsWith("2.")) {
        return true;
      }
      return action.matches("(delivered|relayed|expanded|deliverable).*");
    }
  }

  private final List<Recipient> recipients;

  private DeliveryReport(List<Recipient> recipients) {
    this.recipients = recipients;
  }

  static Optional<DeliveryReport> in(Part root) {
    List<Recipient> recipients = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    List<Part> reports =
        root.all().filter(part -> part.type().contains("delivery-status")).toList();
    for (Part report : reports) {
      String text = report.text(ignored).replace("\r\n", "\n").replace('\r', '\n');
      for (String group : BLANK_LINE.split(text, MOST_GROUPS)) {
        ParsingStopped.ifInterrupted();
        recipient(group.substring(0, Math.min(group.length(), LONGEST_GROUP)))
            .ifPresent(recipients::add);
      }
    }
    return reports.isEmpty() ? Optional.empty() : Optional.of(new DeliveryReport(recipients));
  }

  private static Optional<Recipient> recipient(String group) {
    Headers fields =
        MimeReader.headersOf(group.strip().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String address = address(fields);
    if (address == null && !fields.has("action") && !fields.has("status")) {
      return Optional.empty();
    }
    String diagnostic =
        fields
            .first("diagnostic-code")
            .map(said -> said.substring(0, Math.min(said.length(), LONGEST_DIAGNOSTIC)))
            .orElse(null);
    String plain =
        diagnostic == null ? null : diagnostic.replaceFirst("(?i)^\\s*(smtp|x-\\w+)\\s*;\\s*", "");
    String status = fields.first("status").flatMap(DeliveryReport::code).orElse(null);
    if (status == null || status.endsWith(".0.0")) {
      String said = status;
      status = Optional.ofNullable(plain).flatMap(DeliveryReport::code).orElse(said);
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

  /** Whether it only tells that the mail arrived, or was handed on. */
  boolean isGood() {
    return recipients.stream().allMatch(Recipient::isReached);
  }

  List<Bounce.FailedRecipient> failed() {
    return recipients.stream()
        .filter(recipient -> !recipient.isReached() && recipient.address() != null)
        .map(DeliveryReport::failed)
        .distinct()
        .toList();
  }

  private static Bounce.FailedRecipient failed(Recipient recipient) {
    boolean permanent =
        !recipient.action().startsWith("delayed")
            && BadAddress.isMeant(recipient.status(), recipient.diagnostic());
    return new Bounce.FailedRecipient(
        recipient.address(), recipient.status(), recipient.diagnostic(), permanent);
  }
}
