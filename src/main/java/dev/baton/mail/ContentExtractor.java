package dev.baton.mail;

import dev.baton.mail.html.HtmlToText;
import dev.baton.mail.mime.FlowedText;
import dev.baton.mail.mime.Interruption;
import dev.baton.mail.mime.MimePart;
import dev.baton.mail.mime.Uuencoded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sorts the parts of a message into plain text, HTML and attachments. Every part ends up in one of
 * them, except AMP HTML, which duplicates the other bodies.
 */
final class ContentExtractor {

  private static final Pattern HTML_DOCUMENT =
      Pattern.compile("(?is)^\\s*(<!doctype html|<html[\\s>]).*");

  private static final int MAX_TEXT_LENGTH = 1_000_000;

  /** Text to display: plain, HTML or both; null for a form that is missing. */
  private record BodyText(String text, String html) {}

  private final List<String> defects;
  private final List<MailAttachment> attachments = new ArrayList<>();
  private final Set<MimePart> namedBodies = new HashSet<>();

  private ContentExtractor(List<String> defects) {
    this.defects = defects;
  }

  /** Text and HTML are null if the message has none; the HTML is not sanitized. */
  record Content(String text, String html, List<MailAttachment> attachments) {}

  static Content extract(MimePart root, List<String> defects) {
    ContentExtractor extractor = new ContentExtractor(defects);
    BodyText body = extractor.bodyOf(root, null);
    if (body == null) {
      return new Content(null, null, extractor.attachments);
    }
    return new Content(body.text(), body.html(), extractor.attachments);
  }

  private BodyText bodyOf(MimePart part, MimePart parent) {
    if (part.is("multipart/") && !part.children().isEmpty()) {
      return part.type().equals("multipart/alternative")
          ? ofAlternatives(part)
          : concatenated(part);
    }
    if (isBody(part, parent)) {
      return read(part);
    }
    if (!part.type().equals("text/x-amp-html")) {
      attach(part);
    }
    return null;
  }

  /** Of several alternatives the last HTML and the first plain text that is not blank. */
  private BodyText ofAlternatives(MimePart alternative) {
    String text = null;
    String html = null;
    for (MimePart child : alternative.children()) {
      BodyText body = bodyOf(child, alternative);
      if (body != null) {
        boolean needed = text == null || text.isBlank();
        text = body.text() != null && needed ? body.text() : text;
        html = body.html() != null && !body.html().isBlank() ? body.html() : html;
      }
    }
    return text == null && html == null ? null : new BodyText(text, html);
  }

  private BodyText concatenated(MimePart parent) {
    List<BodyText> bodies = new ArrayList<>();
    for (MimePart child : parent.children()) {
      BodyText body = bodyOf(child, parent);
      if (body != null) {
        bodies.add(body);
      }
    }
    if (bodies.size() <= 1) {
      return bodies.isEmpty() ? null : bodies.get(0);
    }
    boolean anyHtml = bodies.stream().anyMatch(body -> body.html() != null);
    boolean anyText = bodies.stream().anyMatch(body -> body.text() != null);
    StringBuilder text = new StringBuilder();
    StringBuilder html = new StringBuilder();
    for (BodyText body : bodies) {
      String plain = body.text() == null && anyText ? HtmlToText.of(body.html()) : body.text();
      if (plain != null) {
        text.append(text.length() == 0 || text.charAt(text.length() - 1) == '\n' ? "" : "\n");
        text.append(plain);
      }
      html.append(body.html() == null ? asHtml(body.text()) : body.html());
    }
    return new BodyText(anyText ? text.toString() : null, anyHtml ? html.toString() : null);
  }

  private static String asHtml(String text) {
    String plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<div>" + plain.replace("\n", "<br>\n") + "</div>";
  }

  private boolean isBody(MimePart part, MimePart parent) {
    if (part.is("multipart/")) {
      return true;
    }
    boolean readable = part.type().equals("text/plain") || part.type().equals("text/html");
    boolean onlyPart = parent == null && part.is("text/") && !part.type().equals("text/calendar");
    if (!readable && !onlyPart && !isEnriched(part)) {
      return false;
    }
    if (part.isAttachment()) {
      return false;
    }
    boolean alternative = parent != null && parent.type().equals("multipart/alternative");
    return parent == null || alternative || part.fileName() == null || isFirstInline(part, parent);
  }

  private static boolean isEnriched(MimePart part) {
    return part.type().equals("text/enriched") || part.type().equals("text/richtext");
  }

  /** Some programs give the body a file name. It counts as body if no other part could be. */
  private boolean isFirstInline(MimePart part, MimePart parent) {
    if (parent.children().get(0) != part) {
      return false;
    }
    boolean otherBody =
        parent.children().stream()
            .flatMap(MimePart::all)
            .anyMatch(
                other ->
                    other != part
                        && other.is("text/")
                        && other.fileName() == null
                        && !other.isAttachment());
    return !otherBody && namedBodies.isEmpty() && namedBodies.add(part);
  }

  private BodyText read(MimePart part) {
    Interruption.check();
    String text = part.text(defects).replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
    boolean undeclaredHtml = !part.declaresType() && HTML_DOCUMENT.matcher(text).matches();
    if (part.type().equals("text/html") || undeclaredHtml) {
      return new BodyText(null, bounded(text));
    }
    if (isEnriched(part)) {
      return new BodyText(bounded(text).replaceAll("<[^<>]{0,80}>", ""), null);
    }
    if (HTML_DOCUMENT.matcher(text).matches()) {
      defects.add("HTML in a part declared as plain text");
      return new BodyText(HtmlToText.of(text), null);
    }
    boolean flowed = "flowed".equalsIgnoreCase(part.parameter("format"));
    if (flowed && text.length() <= MAX_TEXT_LENGTH) {
      text = FlowedText.unflow(text, "yes".equalsIgnoreCase(part.parameter("delsp")));
    }
    Uuencoded.Extraction extraction = Uuencoded.extract(text);
    extraction
        .files()
        .forEach(file -> attach(file.name(), "application/octet-stream", file.content()));
    return new BodyText(bounded(extraction.text()), null);
  }

  private String bounded(String text) {
    if (text.length() <= MAX_TEXT_LENGTH) {
      return text;
    }
    defects.add("text is longer than the limit");
    return text.substring(0, MAX_TEXT_LENGTH);
  }

  private void attach(String name, String type, byte[] content) {
    attachments.add(AttachmentReader.of(name, type, content, null));
  }

  private void attach(MimePart part) {
    attachments.addAll(AttachmentReader.of(part, defects));
  }
}
