package dev.baton.mail;

import dev.baton.mail.mime.EncodedWords;
import dev.baton.mail.mime.HeaderComments;
import dev.baton.mail.mime.Headers;
import dev.baton.mail.mime.Interruption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Parses address lists (RFC 5322, 3.4) leniently: also unquoted commas in names, semicolons between
 * addresses, and brackets that are not closed.
 */
final class AddressParser {

  /** Of a longer item only the end is read, where the address is. */
  private static final int MAX_ITEM_LENGTH = 4_000;

  private AddressParser() {}

  static List<MailAddress> parse(String header) {
    List<MailAddress> found = parseItems(header);
    if (found.isEmpty() && header.contains("=?")) {
      String decoded = EncodedWords.decode(header);
      return decoded.contains("@") ? parseItems(decoded) : found;
    }
    return found;
  }

  private static List<MailAddress> parseItems(String header) {
    List<MailAddress> found = new ArrayList<>();
    List<String> items = AddressListSplitter.split(header);
    String pending = "";
    for (int i = 0; i < items.size(); i++) {
      String item = pending + items.get(i);
      boolean isBareName = !item.contains("@") && !item.contains("<");
      if (isBareName && i + 1 < items.size() && nameContinues(items.get(i + 1))) {
        pending = item + ", ";
        continue;
      }
      pending = "";
      MailAddress address = parseItem(item);
      if (address != null) {
        found.add(address);
      }
    }
    return found;
  }

  /** {@code Doe, Jane <jane@example.org>}: the comma was part of an unquoted name. */
  private static boolean nameContinues(String next) {
    return next.indexOf('<') > 0 && next.indexOf('@') > next.indexOf('<');
  }

  /** One item of the list; null if it contains no address and no name. */
  private static MailAddress parseItem(String whole) {
    Interruption.check();
    String item =
        whole.length() > MAX_ITEM_LENGTH
            ? whole.substring(whole.length() - MAX_ITEM_LENGTH)
            : whole;
    int open = openBracket(item);
    if (open >= 0) {
      int close = item.indexOf('>', open);
      String inside = item.substring(open + 1, close < 0 ? item.length() : close);
      String email = email(inside.replace("<", ""));
      String before = withoutStrayBrackets(item.substring(0, open));
      String name = name(HeaderComments.remove(before));
      name = name == null ? name(comment(before)) : name;
      if (name == null && close >= 0) {
        name = name(item.substring(close + 1));
      }
      if (email.isEmpty() && name != null && BareAddress.isWhole(name)) {
        return new MailAddress(null, email(name));
      }
      return email.isEmpty() && name == null ? null : new MailAddress(name, email);
    }
    return parseWithoutBrackets(item);
  }

  /** Opening brackets before the last one are mistakes, unless quoted. */
  private static String withoutStrayBrackets(String before) {
    StringBuilder kept = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < before.length(); i++) {
      char c = before.charAt(i);
      if (c == '\\' && i + 1 < before.length()) {
        kept.append(c).append(before.charAt(++i));
      } else {
        quoted ^= c == '"';
        kept.append(c == '<' && !quoted ? ' ' : c);
      }
    }
    return kept.toString();
  }

  private static MailAddress parseWithoutBrackets(String item) {
    String comment = comment(item);
    String plain = HeaderComments.remove(item).strip();
    String joined = withoutBlanksAroundAt(plain);
    BareAddress bare = BareAddress.find(joined);
    if (bare != null) {
      String around = joined.substring(0, bare.from()) + " " + joined.substring(bare.to());
      around = around.contains("@") ? "" : around;
      String name = name(around.replace("[mailto:", "").replaceAll("[\\[\\]<>]", ""));
      return new MailAddress(name == null ? name(comment) : name, email(bare.of(joined)));
    }
    if (plain.isEmpty()) {
      return null;
    }
    boolean word = plain.matches("[A-Za-z0-9._+-]+");
    return word ? new MailAddress(name(comment), plain) : new MailAddress(name(plain), "");
  }

  /** The last opening bracket outside quotes; -1 if there is none. */
  private static int openBracket(String item) {
    boolean quoted = false;
    int found = -1;
    for (int i = 0; i < item.length(); i++) {
      char c = item.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '<' && !quoted) {
        found = i;
      }
    }
    return found < 0 && quoted ? item.lastIndexOf('<') : found;
  }

  private static String email(String inside) {
    String address = HeaderComments.remove(inside).replaceAll("(?i)^\\s*mailto:", "").strip();
    if (address.startsWith("@") && address.contains(":")) {
      address = address.substring(address.indexOf(':') + 1);
    }
    if (address.contains("=?")) {
      address = EncodedWords.decode(address);
    }
    int at = address.lastIndexOf('@');
    String local = at < 0 ? address : address.substring(0, at);
    String domain = at < 0 ? "" : address.substring(at + 1);
    if (!local.startsWith("\"")) {
      local = withoutApostrophes(local.replaceAll("\\s+", ""));
    }
    domain = domain.replaceAll("[\\s>']+", "").toLowerCase(Locale.ROOT);
    return Headers.onOneLine(at < 0 ? local : local + "@" + domain);
  }

  private static String withoutApostrophes(String local) {
    int from = 0;
    int to = local.length();
    while (from < to && local.charAt(from) == '\'') {
      from++;
    }
    while (to > from && local.charAt(to - 1) == '\'') {
      to--;
    }
    return local.substring(from, to);
  }

  private static String withoutBlanksAroundAt(String text) {
    StringBuilder joined = new StringBuilder(text.length());
    boolean behindAt = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '@') {
        int end = joined.length();
        while (end > 0 && Character.isWhitespace(joined.charAt(end - 1))) {
          end--;
        }
        joined.setLength(end);
      }
      if (!behindAt || !Character.isWhitespace(c)) {
        joined.append(c);
        behindAt = c == '@';
      }
    }
    return joined.toString();
  }

  private static String name(String raw) {
    if (raw == null) {
      return null;
    }
    StringBuilder plain = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\\' && i + 1 < raw.length() && quoted) {
        plain.append(raw.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else {
        plain.append(c);
      }
    }
    String name = Headers.onOneLine(EncodedWords.decode(plain.toString()));
    name = name.replaceAll("\\s{2,}", " ").replaceAll("^\"(.*)\"$", "$1").strip();
    return name.isEmpty() ? null : name;
  }

  private static String comment(String item) {
    int open = item.indexOf('(');
    int close = item.lastIndexOf(')');
    return open >= 0 && close > open ? item.substring(open + 1, close) : null;
  }
}
