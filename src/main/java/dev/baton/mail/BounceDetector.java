package dev.baton.mail;

import dev.baton.mail.mime.MimePart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises bounces: by a delivery status notification (RFC 3464) or by the wording that mail
 * servers use. Abuse complaints, read receipts and success reports do not count.
 */
final class BounceDetector {

  private static final Pattern ORIGINAL_ID =
      Pattern.compile("(?im)^[> \\t]*message-id:\\s*(<[^<>\\s]{3,400}>)");

  private BounceDetector() {}

  /** The bounce; null if the mail is not one. */
  static Bounce detect(MimePart root, MailAddress from, String subject, String text) {
    if (isComplaintOrReceipt(root)) {
      return null;
    }
    Optional<DeliveryStatusNotification> report = DeliveryStatusNotification.in(root);
    List<Bounce.FailedRecipient> recipients;
    if (report.isPresent() && !report.get().isEmpty()) {
      if (report.get().isSuccess()) {
        return null;
      }
      recipients = report.get().failed();
    } else {
      FailureNotice notice = new FailureNotice(root, from, subject, text);
      if (!notice.isBounce() && (report.isEmpty() || notice.reportsSuccess())) {
        return null;
      }
      recipients = notice.failed();
    }
    return new Bounce(recipients, originalMessageId(root, text));
  }

  private static boolean isComplaintOrReceipt(MimePart root) {
    String kind = String.valueOf(root.parameter("report-type"));
    return kind.equalsIgnoreCase("feedback-report")
        || kind.equalsIgnoreCase("disposition-notification")
        || root.all()
            .anyMatch(
                part ->
                    part.type().equals("message/feedback-report")
                        || part.type().equals("message/disposition-notification"));
  }

  /** From the returned message or its headers, otherwise from the text. */
  private static String originalMessageId(MimePart root, String text) {
    List<String> ignored = new ArrayList<>();
    Stream<String> returned =
        root.all()
            .filter(part -> part.is("message/") || part.type().equals("text/rfc822-headers"))
            .filter(part -> !part.type().contains("delivery-status"))
            .map(part -> new String(part.content(ignored), StandardCharsets.ISO_8859_1));
    return Stream.concat(returned, Stream.of(text))
        .map(ORIGINAL_ID::matcher)
        .filter(Matcher::find)
        .map(id -> id.group(1))
        .findFirst()
        .orElse(null);
  }
}
