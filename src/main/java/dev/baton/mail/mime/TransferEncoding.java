package dev.baton.mail.mime;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Decodes Content-Transfer-Encoding (RFC 2045, 6); malformed input yields what can be decoded. */
final class TransferEncoding {

  private static final int PADDING = -2;
  private static final int BLANK = -3;
  private static final int OTHER = -1;
  private static final int LOOK_AHEAD = 2_000;

  private TransferEncoding() {}

  /** The decoded bytes; with an unknown encoding the input, and a defect. */
  static byte[] decode(String declared, byte[] raw, List<String> defects) {
    String encoding = declared == null ? "" : declared.strip().toLowerCase(Locale.ROOT);
    encoding = HeaderComments.remove(encoding).replaceAll("^[\"'\\s]+|[\"';,].*$", "");
    encoding = encoding.replaceAll("\\s.*$", "");
    switch (encoding) {
      case "", "7bit", "8bit", "binary", "7-bit", "8-bit", "none", "7bits", "8bits" -> {
        return raw;
      }
      case "base64", "base-64", "x-base64", "b" -> {
        return base64(raw, defects);
      }
      case "quoted-printable", "quotedprintable", "quoted_printable", "quoted", "qp", "q" -> {
        return quotedPrintable(raw, false);
      }
      case "x-uuencode", "uuencode", "x-uue", "uue", "x-uu" -> {
        return Uuencoded.first(raw).orElse(raw);
      }
      default -> {
        String shown = encoding.substring(0, Math.min(encoding.length(), 50));
        defects.add("unknown transfer encoding '" + shown + "'");
        return raw;
      }
    }
  }

  private static byte[] base64(byte[] raw, List<String> defects) {
    if (looksLikeText(raw)) {
      defects.add("declared as base64 but is not");
      return raw;
    }
    return base64(raw);
  }

  /** Decodes base64 and skips characters outside its alphabet. */
  static byte[] base64(byte[] raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length * 3 / 4 + 3);
    int held = 0;
    int letters = 0;
    int checked = 0;
    for (int i = 0; i < raw.length; i++) {
      int value = valueOf(raw[i]);
      if (value >= 0) {
        held = held << 6 | value;
        if (++letters == 4) {
          out.write(held >> 16);
          out.write(held >> 8);
          out.write(held);
          held = 0;
          letters = 0;
        }
      } else if (value == PADDING) {
        rest(held, letters, out);
        held = 0;
        letters = 0;
        if (i >= checked) {
          if (!continuesAfterPadding(raw, i + 1)) {
            return out.toByteArray();
          }
          checked = i + LOOK_AHEAD;
        }
      } else if (raw[i] == '\n' && letters == 0 && i >= checked) {
        if (textFollows(raw, i + 1)) {
          return out.toByteArray();
        }
        checked = isBlankLine(raw, i + 1) ? i + LOOK_AHEAD : checked;
      }
    }
    rest(held, letters, out);
    return out.toByteArray();
  }

  private static void rest(int held, int letters, ByteArrayOutputStream out) {
    if (letters == 2) {
      out.write(held >> 4);
    } else if (letters == 3) {
      out.write(held >> 10);
      out.write(held >> 2);
    }
  }

  /** A blank line and then text: a mailing list footer after the encoded data. */
  private static boolean textFollows(byte[] raw, int from) {
    return isBlankLine(raw, from) && !isBase64From(raw, from + 1);
  }

  private static boolean isBlankLine(byte[] raw, int from) {
    int at = from < raw.length && raw[from] == '\r' ? from + 1 : from;
    return at < raw.length && raw[at] == '\n';
  }

  private static boolean isBase64From(byte[] raw, int from) {
    for (int i = from; i < Math.min(raw.length, from + LOOK_AHEAD); i++) {
      if (valueOf(raw[i]) == OTHER) {
        return false;
      }
    }
    return true;
  }

  /** Chunks that were encoded separately may follow, directly or on new lines. */
  private static boolean continuesAfterPadding(byte[] raw, int from) {
    int at = from;
    while (at < Math.min(raw.length, from + LOOK_AHEAD) && raw[at] == '=') {
      at++;
    }
    boolean words = at < raw.length && (raw[at] == ' ' || raw[at] == '\t');
    return !words && isBase64From(raw, at);
  }

  private static boolean looksLikeText(byte[] raw) {
    int foreign = 0;
    int gaps = 0;
    int length = raw.length;
    for (int i = 0; i < length; i++) {
      if (raw[i] == ' ' && i > 0 && raw[i - 1] > ' ' && i + 1 < raw.length && raw[i + 1] > ' ') {
        gaps++;
      } else if (valueOf(raw[i]) == OTHER) {
        foreign++;
      } else if (valueOf(raw[i]) == PADDING) {
        length = i;
      }
    }
    return foreign * 8L > length || gaps > 2 && gaps * 45L > length;
  }

  private static int valueOf(byte b) {
    if (b >= 'A' && b <= 'Z') {
      return b - 'A';
    } else if (b >= 'a' && b <= 'z') {
      return b - 'a' + 26;
    } else if (b >= '0' && b <= '9') {
      return b - '0' + 52;
    }
    return switch (b) {
      case '+' -> 62;
      case '/' -> 63;
      case '=' -> PADDING;
      case ' ', '\t', '\r', '\n', 0 -> BLANK;
      default -> OTHER;
    };
  }

  /** Decodes quoted-printable; in encoded words an underscore is a space. */
  static byte[] quotedPrintable(byte[] raw, boolean word) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
    int i = 0;
    while (i < raw.length) {
      byte b = raw[i];
      if (b == '=') {
        int soft = word ? -1 : afterSoftBreak(raw, i + 1);
        int hex = hex(raw, i + 1);
        if (hex >= 0) {
          out.write(hex);
          i += 3;
        } else if (soft >= 0) {
          i = soft;
        } else {
          out.write(b);
          i++;
        }
      } else if (word && b == '_') {
        out.write(' ');
        i++;
      } else if (!word && (b == ' ' || b == '\t')) {
        int end = afterBlanks(raw, i);
        if (end < raw.length && raw[end] != '\r' && raw[end] != '\n') {
          out.write(raw, i, end - i);
        }
        i = end;
      } else {
        out.write(b);
        i++;
      }
    }
    return out.toByteArray();
  }

  private static int afterSoftBreak(byte[] raw, int from) {
    int at = afterBlanks(raw, from);
    if (at >= raw.length) {
      return at;
    }
    if (raw[at] == '\r') {
      return at + 1 < raw.length && raw[at + 1] == '\n' ? at + 2 : at + 1;
    }
    return raw[at] == '\n' ? at + 1 : -1;
  }

  private static int afterBlanks(byte[] raw, int from) {
    int at = from;
    while (at < raw.length && (raw[at] == ' ' || raw[at] == '\t')) {
      at++;
    }
    return at;
  }

  private static int hex(byte[] raw, int at) {
    if (at + 1 >= raw.length) {
      return -1;
    }
    int high = Character.digit(raw[at], 16);
    int low = Character.digit(raw[at + 1], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  static byte[] slice(byte[] raw, int from, int to) {
    return Arrays.copyOfRange(raw, from, Math.max(from, to));
  }
}
