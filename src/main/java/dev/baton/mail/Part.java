package dev.baton.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A node of a mail's tree: headers and either a body (a range of the raw bytes) or children.
 *
 * <p>A message within the message is a leaf here: it is a file to whoever reads the mail.
 */
final class Part {

  private static final Pattern META_CHARSET =
      Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([A-Za-z0-9_.:-]+)");

  /** RFC 6838, 4.2: two names of 127 characters at most. */
  private static final int LONGEST_TYPE = 255;

  private final Headers headers;
  private final Parameters type;
  private final Parameters disposition;
  private final byte[] raw;
  private final int from;
  private final int to;
  private final List<Part> children = new ArrayList<>();

  Part(Headers headers, byte[] raw, int from, int to, String defaultType) {
    this.headers = headers;
    this.type = typeOf(headers, defaultType);
    this.disposition = Parameters.of(headers.first("content-disposition").orElse(null));
    this.raw = raw;
    this.from = Math.min(from, to);
    this.to = to;
  }

  private static Parameters typeOf(Headers headers, String defaultType) {
    Parameters said = Parameters.of(headers.first("content-type").orElse(null));
    return new Parameters(sound(said.value(), defaultType), said.values());
  }

  /** What a broken media type means: the likeliest whole one. */
  private static String sound(String type, String defaultType) {
    if (type.length() > LONGEST_TYPE) {
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

  Headers headers() {
    return headers;
  }

  /** Lower case, without parameters; text/plain where nothing is said. */
  String type() {
    return type.value();
  }

  boolean saysItsType() {
    return headers.has("content-type");
  }

  boolean is(String prefix) {
    return type.value().startsWith(prefix);
  }

  String parameter(String name) {
    return type.get(name);
  }

  Parameters disposition() {
    return disposition;
  }

  /** The name it gives itself, or null. */
  String fileName() {
    return Stream.of(disposition.get("filename"), disposition.get("name"), type.get("name"))
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .orElse(type.get("filename"));
  }

  List<Part> children() {
    return children;
  }

  /** This part and all below it, outermost first. */
  Stream<Part> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Part::all));
  }

  byte[] rawBody() {
    return TransferEncoding.slice(raw, from, to);
  }

  /** The body with its transfer encoding undone. */
  byte[] content(List<String> defects) {
    String encoding = headers.first("content-transfer-encoding").orElse(null);
    return TransferEncoding.decode(encoding, rawBody(), defects);
  }

  /** The content as characters in the charset that it declares, or the likeliest. */
  String text(List<String> defects) {
    byte[] content = content(defects);
    String charset = type.get("charset");
    if (type().equals("text/html") && Charsets.named(charset).isEmpty()) {
      Matcher meta = META_CHARSET.matcher(Charsets.start(content));
      charset = meta.find() ? meta.group(1) : charset;
    }
    return Charsets.decode(content, charset);
  }
}
