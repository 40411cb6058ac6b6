package dev.baton.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises mail that came back: by the report that RFC 3464 asks for, else by the words of the
 * many servers that write as they like. Complaints, receipts and notices of success are none.
 */
final class Bounces {

  private static final Pattern ORIGINAL_ID =
      Pattern.compile("(?im)^[> \\t]*message-id:\\s*(<[^<>\\s]{3,400}>)");

  private Bounces() {}

  /** The bounce that this mail is; null if it is none. */
  static Bounce of(Part root, MailAddress from, String subject, String text) {
    if (isComplaintOrReceipt(root)) {
      return null;
    }
    Optional<DeliveryReport> report = DeliveryReport.in(root);
    List<Bounce.FailedRecipient> recipients;
    if (report.isPresent() && !report.get().isEmpty()) {
      if (report.get().isGood()) {
        return null;
      }
      recipients = report.get().failed();
    } else {
      FailureNotice notice = new FailureNotice(root, from, subject, text);
      if (!notice.isOne() && (report.isEmpty() || notice.tellsOfSuccess())) {
        return null;
      }
      recipients = notice.failed();
    }
    return new Bounce(recipients, originalMessageId(root, text));
  }

  private static boolean isComplaintOrReceipt(Part root) {
    String kind = String.valueOf(root.parameter("report-type"));
    return kind.equalsIgnoreCase("feedback-report")
        || kind.equalsIgnoreCase("disposition-notification")
        || root.all()
            .anyMatch(
                part ->
                    part.type().equals("message/feedback-report")
                        || part.type().equals("message/disposition-notification"));
  }

  /** From the mail or its headers that were sent back, else from the words. */
  private static String originalMessageId(Part root, String text) {
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
