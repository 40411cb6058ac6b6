package dev.baton.mail;

import dev.baton.mail.html.HtmlReader;
import dev.baton.mail.html.HtmlSanitizer;
import dev.baton.mail.html.HtmlToText;
import dev.baton.mail.mime.HeaderDates;
import dev.baton.mail.mime.Headers;
import dev.baton.mail.mime.MimeParser;
import dev.baton.mail.mime.MimePart;
import dev.baton.mail.reply.ReplyExtractor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * Parses the bytes of a mail, in time proportional to their number: headers, addresses, parts,
 * nesting and text have limits. Broken mail yields whatever can be read; the rest is left out and
 * reported in {@link Mail#defects()}.
 */
public final class MailParser {

  private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>]{1,900})>");
  private static final int MAX_IDS = 100;
  private static final int MAX_ADDRESSES = 1_000;

  /**
   * Parses a message that follows RFC 5322 and MIME, or was meant to.
   *
   * @throws CancellationException if the thread is interrupted
   */
  public Mail parse(byte[] raw) {
    List<String> defects = new ArrayList<>();
    try {
      return parse(raw, defects);
    } catch (CancellationException interrupted) {
      throw interrupted;
    } catch (RuntimeException | StackOverflowError unexpected) {
      defects.add("could not be read: " + unexpected);
      return unreadable(raw, defects);
    }
  }

  private static Mail parse(byte[] raw, List<String> defects) {
    MimePart root = MimeParser.parse(raw, defects);
    Headers headers = root.headers();
    MailAddress from = sender(headers, defects);
    String subject = headers.text("subject");
    ContentExtractor.Content content = ContentExtractor.extract(root, defects);
    Body body = Body.of(content);
    Bounce bounce = BounceDetector.detect(root, from, subject, body.text());
    Automation automation = AutomationDetector.detect(root, from, subject);
    boolean unmarkedBounce = bounce != null && automation == Automation.NONE;
    return new Mail(
        messageIds(headers, "message-id").stream().findFirst().orElse(null),
        messageIds(headers, "in-reply-to"),
        messageIds(headers, "references"),
        from,
        addresses(headers, "reply-to"),
        addresses(headers, "to"),
        addresses(headers, "cc"),
        subject,
        headers.first("date").map(HeaderDates::parse).orElse(null),
        body.text(),
        body.html(),
        body.reply(),
        attachments(content),
        unmarkedBounce ? Automation.MAIL_SYSTEM : automation,
        bounce,
        loopMarks(headers),
        defects.stream().distinct().limit(MAX_IDS).toList());
  }

  /** The plain text, the sanitized HTML and the reply. */
  private record Body(String text, String html, String reply) {

    static Body of(ContentExtractor.Content content) {
      String source = content.html();
      boolean hasHtml = source != null && !source.isBlank();
      boolean hasText = content.text() != null && !content.text().isBlank();
      String text = hasText ? content.text().stripTrailing() : "";
      if (!hasHtml) {
        return new Body(text, source == null ? null : "", ReplyExtractor.ofText(text));
      }
      Document html = HtmlReader.parse(source);
      String reply;
      if (hasText) {
        reply = ReplyExtractor.ofText(text);
        if (reply.equals(text.strip())) {
          reply =
              ReplyExtractor.shorter(
                  reply, ReplyExtractor.ofHtml(html.clone(), () -> HtmlToText.of(html)));
        }
      } else {
        Document original = html.clone();
        String converted = HtmlToText.of(html);
        text = converted;
        reply = ReplyExtractor.ofHtml(original, () -> converted);
      }
      return new Body(text, HtmlSanitizer.of(html), reply);
    }
  }

  private static List<MailAttachment> attachments(ContentExtractor.Content content) {
    InlineReferences references = InlineReferences.in(content.html());
    return content.attachments().stream()
        .map(file -> AttachmentReader.withInline(file, references.include(file.contentId())))
        .toList();
  }

  /** The first address in From, otherwise in Sender, Reply-To or an envelope header. */
  private static MailAddress sender(Headers headers, List<String> defects) {
    List<MailAddress> from = addresses(headers, "from");
    if (headers.values("from").size() > 1) {
      defects.add("several From headers");
    }
    MailAddress named =
        from.stream().filter(address -> !address.email().isEmpty()).findFirst().orElse(null);
    if (named != null) {
      return named;
    }
    String name = from.isEmpty() ? null : from.get(0).name();
    MailAddress other =
        Stream.of(
                "sender", "reply-to", "return-path", "x-envelope-from", "envelope-from", "x-sender")
            .flatMap(header -> addresses(headers, header).stream())
            .filter(address -> address.email().contains("@"))
            .findFirst()
            .orElse(null);
    defects.add("no address in From");
    if (other == null) {
      return name == null ? null : new MailAddress(name, "");
    }
    return name == null ? other : new MailAddress(name, other.email());
  }

  private static List<MailAddress> addresses(Headers headers, String name) {
    return headers.values(name).stream()
        .flatMap(value -> AddressParser.parse(value).stream())
        .limit(MAX_ADDRESSES)
        .toList();
  }

  /** Message-IDs in angle brackets, without white space or duplicates. */
  private static List<String> messageIds(Headers headers, String name) {
    Set<String> ids = new LinkedHashSet<>();
    for (String value : headers.values(name)) {
      Matcher id = MESSAGE_ID.matcher(value);
      boolean any = false;
      while (id.find()) {
        any = true;
        ids.add("<" + id.group(1).replaceAll("\\s", "") + ">");
      }
      if (!any) {
        bareIds(value, name.equals("message-id")).forEach(ids::add);
      }
    }
    ids.remove("<>");
    return bounded(List.copyOf(ids));
  }

  /** Keeps the first and the newest of a long list, which are enough to find the thread. */
  private static List<String> bounded(List<String> ids) {
    if (ids.size() <= MAX_IDS) {
      return ids;
    }
    List<String> some = new ArrayList<>(ids.subList(0, 1));
    some.addAll(ids.subList(ids.size() - MAX_IDS + 1, ids.size()));
    return List.copyOf(some);
  }

  private static Stream<String> bareIds(String value, boolean own) {
    return Stream.of(value.strip().split("[\\s,]+"))
        .map(word -> word.replaceAll("[<>]", ""))
        .filter(word -> !word.isEmpty() && (own || word.contains("@")))
        .limit(own ? 1 : 100)
        .map(word -> "<" + word + ">");
  }

  private static List<String> loopMarks(Headers headers) {
    return Stream.of("x-baton-loop", "x-loop")
        .flatMap(name -> headers.values(name).stream())
        .filter(value -> !value.isBlank())
        .limit(MAX_IDS)
        .toList();
  }

  private static Mail unreadable(byte[] raw, List<String> defects) {
    MailAttachment whole = AttachmentReader.of("mail.eml", "message/rfc822", raw, null);
    return new Mail(
        null,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        "",
        null,
        "",
        null,
        "",
        List.of(whole),
        Automation.NONE,
        null,
        List.of(),
        defects.stream().distinct().limit(MAX_IDS).toList());
  }
}
