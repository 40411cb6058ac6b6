package dev.baton.mail.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Converts bytes to text. Declared charsets are often wrong: one that fits the bytes is used,
 * otherwise UTF-8 if the bytes are valid, otherwise windows-1252. Never fails.
 */
public final class Charsets {

  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Labels that stand for a larger charset, or that Java does not know. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("iso_8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("ansi", "windows-1252"),
          Map.entry("cp-1252", "windows-1252"),
          Map.entry("win-1252", "windows-1252"),
          Map.entry("windows1252", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-8-i", "iso-8859-8"),
          Map.entry("iso-8859-8-e", "iso-8859-8"),
          Map.entry("iso-8859-6-i", "iso-8859-6"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("windows-874", "x-windows-874"),
          Map.entry("gb2312", "gb18030"),
          Map.entry("gb_2312-80", "gb18030"),
          Map.entry("chinesegb", "gb18030"),
          Map.entry("gbk", "gb18030"),
          Map.entry("x-gbk", "gb18030"),
          Map.entry("cp936", "gb18030"),
          Map.entry("euc-cn", "gb18030"),
          Map.entry("big5", "big5-hkscs"),
          Map.entry("ks_c_5601", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("ksc5601", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("cp949", "x-windows-949"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
          Map.entry("iso-2022-jp-1", "x-windows-iso2022jp"),
          Map.entry("iso-2022-jp-ms", "x-windows-iso2022jp"),
          Map.entry("cp50220", "x-windows-iso2022jp"),
          Map.entry("cp50221", "x-windows-iso2022jp"),
          Map.entry("macintosh", "x-macroman"),
          Map.entry("x-mac-roman", "x-macroman"),
          Map.entry("mac", "x-macroman"),
          Map.entry("x-mac-cyrillic", "x-maccyrillic"),
          Map.entry("koi8", "koi8-r"),
          Map.entry("utf", "utf-8"),
          Map.entry("utf-8-mac", "utf-8"),
          Map.entry("utf8mb4", "utf-8"),
          Map.entry("x-utf-8", "utf-8"),
          Map.entry("unicode", "utf-16"),
          Map.entry("ucs-2", "utf-16"));

  /**
   * By all names, in lower case. Java searches all charset providers for every unknown name, and a
   * mail may contain thousands of them.
   */
  private static final Map<String, Charset> KNOWN = known();

  private Charsets() {}

  private static Map<String, Charset> known() {
    Map<String, Charset> known = new HashMap<>();
    for (Charset charset : Charset.availableCharsets().values()) {
      known.put(charset.name().toLowerCase(Locale.ROOT), charset);
      charset.aliases().forEach(name -> known.putIfAbsent(name.toLowerCase(Locale.ROOT), charset));
    }
    return Map.copyOf(known);
  }

  /** The charset that a label stands for; empty if missing, unknown or US-ASCII. */
  static Optional<Charset> named(String label) {
    String name = label == null ? "" : label.strip().toLowerCase(Locale.ROOT);
    name = name.replaceAll("^[\"'<=]+|[\"'>;,]+$", "").replace(' ', '-');
    if (name.isEmpty() || name.equals("us-ascii") || name.equals("ascii")) {
      return Optional.empty();
    }
    return Optional.ofNullable(KNOWN.get(ALIASES.getOrDefault(name, name)));
  }

  /** The first bytes as Latin-1, to search for a charset declaration. */
  static String start(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, 4_000), StandardCharsets.ISO_8859_1);
  }

  static boolean isUtf7(String label) {
    return label != null && label.toLowerCase(Locale.ROOT).strip().endsWith("utf-7");
  }

  /** Decodes bytes that are declared to be in the charset of this label. */
  public static String decode(byte[] bytes, String label) {
    if (isUtf7(label)) {
      return Utf7.decode(bytes);
    }
    Optional<Charset> declared = named(label);
    Optional<String> marked = byMark(bytes, declared.isPresent());
    if (marked.isPresent()) {
      return marked.get();
    }
    return declared.map(charset -> declared(bytes, charset)).orElseGet(() -> guess(bytes, null));
  }

  /**
   * Decodes bytes without a declared charset; {@code likely} is the rest of the mail's, or null.
   */
  static String guess(byte[] bytes, Charset likely) {
    if (isAscii(bytes)) {
      return hasJapaneseShifts(bytes)
          ? new String(bytes, Charset.forName("x-windows-iso2022jp"))
          : new String(bytes, StandardCharsets.ISO_8859_1);
    }
    Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      return utf8.get();
    }
    if (likely != null && !likely.equals(StandardCharsets.UTF_8)) {
      return new String(bytes, likely);
    }
    return mostlyUtf8(bytes) ? new String(bytes, StandardCharsets.UTF_8) : western(bytes);
  }

  private static String declared(byte[] bytes, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return guess(bytes, null);
    }
    if (charset.equals(StandardCharsets.UTF_16)) {
      return new String(bytes, byteOrder(bytes));
    }
    if (charset.equals(WINDOWS_1252)) {
      return guess(bytes, null);
    }
    Optional<String> fitting = strictly(bytes, charset);
    if (fitting.isPresent()) {
      return fitting.get();
    }
    return strictly(bytes, StandardCharsets.UTF_8).orElseGet(() -> new String(bytes, charset));
  }

  private static Optional<String> byMark(byte[] b, boolean declared) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return Optional.of(new String(b, 3, b.length - 3, StandardCharsets.UTF_8));
    }
    boolean little = b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE;
    boolean big = b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF;
    if ((little || big) && (!declared || b.length % 2 == 0)) {
      Charset order = little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
      return Optional.of(new String(b, 2, b.length - 2, order));
    }
    return Optional.empty();
  }

  private static Charset byteOrder(byte[] bytes) {
    int zerosAtEven = 0;
    int zerosAtOdd = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        if (i % 2 == 0) {
          zerosAtEven++;
        } else {
          zerosAtOdd++;
        }
      }
    }
    return zerosAtOdd > zerosAtEven ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
  }

  /** Windows-1252, with its five undefined bytes read as ISO 8859-1 control characters. */
  private static String western(byte[] bytes) {
    String decoded = new String(bytes, WINDOWS_1252);
    if (decoded.indexOf('\uFFFD') < 0) {
      return decoded;
    }
    StringBuilder filled = new StringBuilder(decoded);
    for (int i = 0; i < bytes.length; i++) {
      if (filled.charAt(i) == '\uFFFD') {
        filled.setCharAt(i, (char) (bytes[i] & 0xFF));
      }
    }
    return filled.toString();
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      CharBuffer chars =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return Optional.of(chars.toString());
    } catch (CharacterCodingException notThisOne) {
      return Optional.empty();
    }
  }

  /** UTF-8 with a few truncated characters still counts as UTF-8. */
  private static boolean mostlyUtf8(byte[] bytes) {
    String lenient = new String(bytes, StandardCharsets.UTF_8);
    int broken = 0;
    int sound = 0;
    for (int i = 0; i < lenient.length(); i++) {
      char c = lenient.charAt(i);
      if (c == '\uFFFD') {
        broken++;
      } else if (c > 0x7F) {
        sound++;
      }
    }
    return sound > broken;
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasJapaneseShifts(byte[] bytes) {
    for (int i = 0; i + 2 < bytes.length; i++) {
      if (bytes[i] == 0x1B && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
        return true;
      }
    }
    return false;
  }
}
