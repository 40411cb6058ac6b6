package dev.baton.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * Reads a mail from its bytes, in a time that grows no faster than they do: headers, addresses,
 * parts, depth and words have limits. It throws nothing, except {@link ParsingStopped} where its
 * thread is interrupted: what cannot be read is left out and told in {@link Mail#defects()}, and
 * every sort of broken mail still gives what is in it.
 */
public final class MailParser {

  private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>]{1,900})>");
  private static final int MOST_IDS = 100;
  private static final int MOST_ADDRESSES = 1_000;

  /** The mail in these bytes (RFC 5322 and MIME, or whatever was meant to be that). */
  public Mail parse(byte[] raw) {
    List<String> defects = new ArrayList<>();
    try {
      return read(raw, defects);
    } catch (ParsingStopped late) {
      throw late;
    } catch (RuntimeException | StackOverflowError unforeseen) {
      defects.add("could not be read: " + unforeseen);
      return unreadable(raw, defects);
    }
  }

  private static Mail read(byte[] raw, List<String> defects) {
    Part root = MimeReader.read(raw, defects);
    Headers headers = root.headers();
    MailAddress from = sender(headers, defects);
    String subject = headers.text("subject");
    Contents.Found contents = Contents.of(root, defects);
    Words words = Words.of(contents);
    Bounce bounce = Bounces.of(root, from, subject, words.text());
    Automation automation = Automations.of(root, from, subject);
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
        headers.first("date").map(MailDates::parse).orElse(null),
        words.text(),
        words.html(),
        words.reply(),
        attachments(contents),
        unmarkedBounce ? Automation.MAIL_SYSTEM : automation,
        bounce,
        loopMarks(headers),
        defects.stream().distinct().limit(MOST_IDS).toList());
  }

  /** The text, the HTML made safe, and the reply in them. */
  private record Words(String text, String html, String reply) {

    static Words of(Contents.Found contents) {
      String source = contents.html();
      boolean hasHtml = source != null && !source.isBlank();
      boolean hasText = contents.text() != null && !contents.text().isBlank();
      String text = hasText ? contents.text().stripTrailing() : "";
      if (!hasHtml) {
        return new Words(text, source == null ? null : "", Replies.ofText(text));
      }
      Document html = HtmlReader.read(source);
      String reply;
      if (hasText) {
        reply = Replies.ofText(text);
        if (reply.equals(text.strip())) {
          reply = Replies.shorter(reply, Replies.ofHtml(html.clone(), () -> HtmlText.of(html)));
        }
      } else {
        Document quoted = html.clone();
        String words = HtmlText.of(html);
        text = words;
        reply = Replies.ofHtml(quoted, () -> words);
      }
      return new Words(text, SafeHtml.of(html), reply);
    }
  }

  private static List<MailAttachment> attachments(Contents.Found contents) {
    ShownFiles shown = ShownFiles.in(contents.html());
    return contents.attachments().stream()
        .map(file -> Attachments.inline(file, shown.has(file.contentId())))
        .toList();
  }

  /** Who wrote: From, or whoever else the mail names in its place. */
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
        .flatMap(value -> Addresses.parse(value).stream())
        .limit(MOST_ADDRESSES)
        .toList();
  }

  /** Message-IDs with brackets, without blanks, each once. */
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

  /** Of very many the first and the newest: they say where the mail belongs. */
  private static List<String> bounded(List<String> ids) {
    if (ids.size() <= MOST_IDS) {
      return ids;
    }
    List<String> some = new ArrayList<>(ids.subList(0, 1));
    some.addAll(ids.subList(ids.size() - MOST_IDS + 1, ids.size()));
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
        .limit(MOST_IDS)
        .toList();
  }

  private static Mail unreadable(byte[] raw, List<String> defects) {
    MailAttachment whole = Attachments.of("mail.eml", "message/rfc822", raw, null);
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
        defects.stream().distinct().limit(MOST_IDS).toList());
  }
}
