package dev.baton.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of Content-Type or Content-Disposition with its decoded parameters (RFC 2231, RFC 2047
 * or raw). Missing quotes, semicolons and asterisks are tolerated.
 *
 * @param value in lower case, without parameters; empty if missing
 */
record HeaderParameters(String value, Map<String, String> values) {

  static final HeaderParameters NONE = new HeaderParameters("", Map.of());

  private static final int MAX_LENGTH = 8_000;
  private static final int USUAL_LENGTH = 1_000;

  private static final Pattern NEXT = Pattern.compile("\\s+[A-Za-z][A-Za-z0-9*-]*\\s*=");
  private static final Pattern CONTINUATION = Pattern.compile("(.+?)\\*(\\d{1,4})(\\*?)");
  private static final Pattern EXTENDED = Pattern.compile("([A-Za-z0-9_.:-]*)'[^']*'(.*)");

  /** The parameter, or null. */
  String get(String name) {
    return values.get(name);
  }

  static HeaderParameters of(String whole) {
    if (whole == null) {
      return NONE;
    }
    String header = bounded(whole);
    int semicolon = header.indexOf(';');
    String value = semicolon < 0 ? header : header.substring(0, semicolon);
    String rest = semicolon < 0 ? "" : header.substring(semicolon);
    Matcher missing = NEXT.matcher(value);
    if (missing.find()) {
      rest = value.substring(missing.start()) + rest;
      value = value.substring(0, missing.start());
    }
    value = HeaderComments.remove(value).replace("\"", "").replaceAll("\\s", "");
    return new HeaderParameters(value.toLowerCase(Locale.ROOT), joined(raw(rest)));
  }

  private static String bounded(String whole) {
    if (whole.length() <= USUAL_LENGTH) {
      return whole;
    }
    return whole.substring(0, Math.min(whole.length(), MAX_LENGTH)).replaceAll("\\s+", " ");
  }

  private static Map<String, String> raw(String rest) {
    Map<String, String> found = new LinkedHashMap<>();
    int at = 0;
    while (at < rest.length()) {
      int nameEnd = at;
      while (nameEnd < rest.length() && isNameChar(rest.charAt(nameEnd))) {
        nameEnd++;
      }
      int equals = afterBlanks(rest, nameEnd);
      if (nameEnd == at || equals >= rest.length() || rest.charAt(equals) != '=') {
        at = Math.max(at + 1, nameEnd);
        continue;
      }
      String key = rest.substring(at, nameEnd).toLowerCase(Locale.ROOT);
      int from = afterBlanks(rest, equals + 1);
      boolean quoted = from < rest.length() && rest.charAt(from) == '"';
      int end = quoted ? closing(rest, from + 1) : bare(rest, from, isFileName(key));
      String value = rest.substring(Math.min(from + (quoted ? 1 : 0), end), end);
      found.putIfAbsent(key, quoted ? unescaped(value) : trimmed(value, isFileName(key)));
      at = end + 1;
    }
    return found;
  }

  private static boolean isNameChar(char c) {
    return c > ' ' && c != '=' && c != ';' && c != '"';
  }

  private static int afterBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private static boolean isFileName(String key) {
    return key.startsWith("name") || key.startsWith("filename");
  }

  /** The end of a quoted value: a quote followed by a semicolon or by nothing. */
  private static int closing(String rest, int from) {
    for (int i = from; i < rest.length(); i++) {
      if (rest.charAt(i) == '\\') {
        boolean escape = i + 1 < rest.length() && "\\\"".indexOf(rest.charAt(i + 1)) >= 0;
        boolean last = i + 2 >= rest.length() || rest.startsWith("\";", i + 1);
        i += escape && !last ? 1 : 0;
      } else if (rest.charAt(i) == '"') {
        String after = rest.substring(i + 1, Math.min(rest.length(), i + 200)).stripLeading();
        if (after.isEmpty() || after.startsWith(";") || NEXT.matcher(" " + after).lookingAt()) {
          return i;
        }
        if (rest.indexOf('"', i + 1) < 0) {
          return i;
        }
      }
    }
    return rest.length();
  }

  private static int bare(String rest, int from, boolean name) {
    int end = rest.indexOf(';', from);
    end = end < 0 ? rest.length() : end;
    Matcher next = NEXT.matcher(rest).region(from, end);
    if (next.find() && (!name || rest.lastIndexOf('.', next.start()) > from)) {
      return next.start();
    }
    return end;
  }

  private static String trimmed(String value, boolean name) {
    String plain = value.strip();
    if (name) {
      return plain;
    }
    int blank = plain.indexOf(' ');
    return blank < 0 ? plain : plain.substring(0, blank);
  }

  private static String unescaped(String value) {
    return value.replace("\\\"", "\"").replace("\\\\", "\\");
  }

  /** Joins continuations ({@code name*0*}, {@code name*1}); the extended form takes precedence. */
  private static Map<String, String> joined(Map<String, String> raw) {
    Map<String, String> plain = new LinkedHashMap<>();
    Map<String, TreeMap<Integer, String>> pieces = new LinkedHashMap<>();
    Map<String, String> extendedValues = new LinkedHashMap<>();
    raw.forEach(
        (key, value) -> {
          Matcher piece = CONTINUATION.matcher(key);
          if (piece.matches()) {
            String marked = (piece.group(3).isEmpty() ? "-" : "*") + value;
            pieces
                .computeIfAbsent(piece.group(1), name -> new TreeMap<>())
                .putIfAbsent(Integer.parseInt(piece.group(2)), marked);
          } else if (key.endsWith("*") && key.length() > 1) {
            extendedValues.put(key.substring(0, key.length() - 1), extended(value));
          } else {
            plain.put(key, plain(value));
          }
        });
    pieces.forEach((key, parts) -> plain.put(key, together(parts)));
    plain.putAll(extendedValues);
    return plain;
  }

  private static String plain(String value) {
    if (value.matches("(?i)(utf-?8|iso-8859-\\d+|windows-\\d+|us-ascii)'[a-z-]*'.*")) {
      return extended(value);
    }
    return EncodedWords.decode(value);
  }

  private static String extended(String value) {
    Matcher form = EXTENDED.matcher(value);
    if (form.matches()) {
      return Charsets.decode(percentDecoded(form.group(2)), form.group(1));
    }
    return EncodedWords.decode(Charsets.decode(percentDecoded(value), null));
  }

  private static String together(TreeMap<Integer, String> parts) {
    String charset = null;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean anyStar = false;
    for (String part : parts.values()) {
      String value = part.substring(1);
      boolean star = part.charAt(0) == '*';
      if (star && !anyStar) {
        Matcher form = EXTENDED.matcher(value);
        if (form.matches()) {
          charset = form.group(1);
          value = form.group(2);
        }
      }
      anyStar |= star;
      bytes.writeBytes(star ? percentDecoded(value) : value.getBytes(StandardCharsets.UTF_8));
    }
    String whole = Charsets.decode(bytes.toByteArray(), charset == null ? "utf-8" : charset);
    return anyStar ? whole : plain(whole);
  }

  static byte[] percentDecoded(String value) {
    byte[] in = value.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(in[i + 2], 16) : -1;
      if (low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(in[i]);
      }
    }
    return out.toByteArray();
  }
}
