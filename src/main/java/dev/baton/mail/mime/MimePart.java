package dev.baton.mail.mime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of a message: headers and either a body (a range of the raw bytes) or child parts.
 *
 * <p>An attached message is not parsed into parts, because it is shown as a file.
 */
public final class MimePart {

  private static final Pattern META_CHARSET =
      Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([A-Za-z0-9_.:-]+)");

  /** RFC 6838, 4.2: two names of 127 characters at most. */
  private static final int MAX_TYPE_LENGTH = 255;

  private final Headers headers;
  private final HeaderParameters type;
  private final HeaderParameters disposition;
  private final byte[] raw;
  private final int from;
  private final int to;
  private final List<MimePart> children = new ArrayList<>();

  MimePart(Headers headers, byte[] raw, int from, int to, String defaultType) {
    this.headers = headers;
    this.type = typeOf(headers, defaultType);
    this.disposition = HeaderParameters.of(headers.first("content-disposition").orElse(null));
    this.raw = raw;
    this.from = Math.min(from, to);
    this.to = to;
  }

  private static HeaderParameters typeOf(Headers headers, String defaultType) {
    HeaderParameters declared = HeaderParameters.of(headers.first("content-type").orElse(null));
    return new HeaderParameters(corrected(declared.value(), defaultType), declared.values());
  }

  /** The most likely media type that a malformed one stands for. */
  private static String corrected(String type, String defaultType) {
    if (type.length() > MAX_TYPE_LENGTH) {
      return "application/octet-stream";
    }
    if (type.matches("[!-.0-~]+/[!-.0-~]+")) {
      return type.equals("plain/text") ? "text/plain" : type;
    }
    if (type.isEmpty()) {
      return defaultType;
    } else if (type.startsWith("multipart")) {
      return "multipart/mixed";
    } else if (type.contains("html")) {
      return "text/html";
    } else if (type.startsWith("text") || type.equals("plain")) {
      return "text/plain";
    }
    return type.startsWith("message") ? "message/rfc822" : "application/octet-stream";
  }

  public Headers headers() {
    return headers;
  }

  /** The media type in lower case, without parameters; a default if none is declared. */
  public String type() {
    return type.value();
  }

  public boolean declaresType() {
    return headers.has("content-type");
  }

  public boolean is(String prefix) {
    return type.value().startsWith(prefix);
  }

  public String parameter(String name) {
    return type.get(name);
  }

  /** Whether Content-Disposition asks to keep the part apart from the text. */
  public boolean isAttachment() {
    return disposition.value().startsWith("attachment");
  }

  /** The declared file name; null if there is none. */
  public String fileName() {
    return Stream.of(disposition.get("filename"), disposition.get("name"), type.get("name"))
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .orElse(type.get("filename"));
  }

  void add(MimePart child) {
    children.add(child);
  }

  public List<MimePart> children() {
    return Collections.unmodifiableList(children);
  }

  /** This part and all its descendants, parents first. */
  public Stream<MimePart> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(MimePart::all));
  }

  byte[] rawBody() {
    return TransferEncoding.slice(raw, from, to);
  }

  /** The body with its transfer encoding decoded. */
  public byte[] content(List<String> defects) {
    String encoding = headers.first("content-transfer-encoding").orElse(null);
    return TransferEncoding.decode(encoding, rawBody(), defects);
  }

  /** The content as text, in the declared charset or the most likely one. */
  public String text(List<String> defects) {
    byte[] content = content(defects);
    String charset = type.get("charset");
    if (type().equals("text/html") && Charsets.named(charset).isEmpty()) {
      Matcher meta = META_CHARSET.matcher(Charsets.start(content));
      charset = meta.find() ? meta.group(1) : charset;
    }
    return Charsets.decode(content, charset);
  }
}
