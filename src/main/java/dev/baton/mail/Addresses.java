package dev.baton.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads lists of addresses as they are written: quoted and encoded names, comments, groups, routes,
 * semicolons, names with bare commas, brackets left open.
 */
final class Addresses {

  /** No address with its name is longer; what is left of a longer item is its end. */
  private static final int LONGEST_ITEM = 4_000;

  private Addresses() {}

  static List<MailAddress> parse(String header) {
    List<MailAddress> found = read(header);
    if (found.isEmpty() && header.contains("=?")) {
      String decoded = EncodedWords.decode(header);
      return decoded.contains("@") ? read(decoded) : found;
    }
    return found;
  }

  private static List<MailAddress> read(String header) {
    List<MailAddress> found = new ArrayList<>();
    List<String> items = AddressItems.of(header);
    String held = "";
    for (int i = 0; i < items.size(); i++) {
      String item = held + items.get(i);
      boolean bareName = !item.contains("@") && !item.contains("<");
      if (bareName && i + 1 < items.size() && nameGoesOn(items.get(i + 1))) {
        held = item + ", ";
        continue;
      }
      held = "";
      MailAddress address = one(item);
      if (address != null) {
        found.add(address);
      }
    }
    return found;
  }

  /** {@code Doe, Jane <jane@example.org>}: the comma was part of an unquoted name. */
  private static boolean nameGoesOn(String next) {
    return next.indexOf('<') > 0 && next.indexOf('@') > next.indexOf('<');
  }

  /** One item of the list; null if it holds nothing. */
  private static MailAddress one(String whole) {
    ParsingStopped.ifInterrupted();
    String item =
        whole.length() > LONGEST_ITEM ? whole.substring(whole.length() - LONGEST_ITEM) : whole;
    int open = openBracket(item);
    if (open >= 0) {
      int close = item.indexOf('>', open);
      String inside = item.substring(open + 1, close < 0 ? item.length() : close);
      String email = email(inside.replace("<", ""));
      String before = withoutStrayBrackets(item.substring(0, open));
      String name = name(withoutComments(before));
      name = name == null ? name(comment(before)) : name;
      if (name == null && close >= 0) {
        name = name(item.substring(close + 1));
      }
      if (email.isEmpty() && name != null && BareAddress.isAll(name)) {
        return new MailAddress(null, email(name));
      }
      return email.isEmpty() && name == null ? null : new MailAddress(name, email);
    }
    return withoutBrackets(item);
  }

  /** A bracket before the last one is a slip of somebody's program, unless it is quoted. */
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

  private static MailAddress withoutBrackets(String item) {
    String comment = comment(item);
    String plain = withoutComments(item).strip();
    String joined = withoutBlanksAroundAt(plain);
    BareAddress bare = BareAddress.in(joined);
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

  /** The last opening bracket outside of quotes, unless a closing one ends there first. */
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
    String address = withoutComments(inside).replaceAll("(?i)^\\s*mailto:", "").strip();
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

  static String withoutComments(String value) {
    if (value.indexOf('(') < 0 || value.indexOf(')') < 0) {
      return value;
    }
    StringBuilder out = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && depth > 0) {
        i++;
        continue;
      }
      if (c == '"' && depth == 0) {
        quoted = !quoted;
      }
      if (c == '(' && !quoted) {
        depth++;
      } else if (c == ')' && !quoted && depth > 0) {
        depth--;
      } else if (depth == 0) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
