package dev.baton.mail.mime;

import java.nio.charset.StandardCharsets;

/** Decodes UTF-7 (RFC 2152), which old mail programs use and Java does not support. */
final class Utf7 {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Utf7() {}

  static String decode(byte[] bytes) {
    String in = new String(bytes, StandardCharsets.ISO_8859_1);
    StringBuilder out = new StringBuilder(in.length());
    int at = 0;
    while (at < in.length()) {
      char c = in.charAt(at++);
      if (c != '+') {
        out.append(c);
      } else if (at < in.length() && in.charAt(at) == '-') {
        out.append('+');
        at++;
      } else {
        at = shifted(in, at, out);
      }
    }
    return out.toString();
  }

  /** Decodes a base64 run of UTF-16 units, and skips the hyphen that may end it. */
  private static int shifted(String in, int from, StringBuilder out) {
    int at = from;
    int bits = 0;
    int held = 0;
    while (at < in.length()) {
      int value = ALPHABET.indexOf(in.charAt(at));
      if (value < 0) {
        break;
      }
      held = (held << 6 | value) & 0x3FFFFF;
      bits += 6;
      if (bits >= 16) {
        bits -= 16;
        out.append((char) (held >> bits & 0xFFFF));
      }
      at++;
    }
    return at < in.length() && in.charAt(at) == '-' ? at + 1 : at;
  }
}
