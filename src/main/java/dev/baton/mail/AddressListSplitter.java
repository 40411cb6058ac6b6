package dev.baton.mail;

import dev.baton.mail.mime.EncodedWords;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Splits an address list at commas and semicolons, and drops the names of groups. */
final class AddressListSplitter {

  private static final int MAX_ITEMS = 2_000;
  private static final int MAX_LENGTH = 100_000;
  private static final int MAX_GROUP_NAME_LENGTH = 500;

  private AddressListSplitter() {}

  static List<String> split(String whole) {
    String header = whole.length() > MAX_LENGTH ? whole.substring(0, MAX_LENGTH) : whole;
    int lastOpen = header.lastIndexOf('<');
    int lastClose = header.lastIndexOf('>');
    int lastParenthesis = header.lastIndexOf(')');
    int lastQuote = header.lastIndexOf('"');
    int lastAt = header.lastIndexOf('@');
    int comma = -2;
    List<String> items = new ArrayList<>();
    StringBuilder item = new StringBuilder();
    boolean quoted = false;
    int comment = 0;
    boolean bracket = false;
    int i = 0;
    while (i < header.length() && items.size() < MAX_ITEMS) {
      int word = quoted ? i : afterEncodedWord(header, i);
      if (word > i) {
        item.append(header, i, word);
        i = word;
        continue;
      }
      char c = header.charAt(i++);
      if (c == '\\' && i < header.length() && (quoted || comment > 0)) {
        item.append(c).append(header.charAt(i++));
        continue;
      }
      boolean free = !quoted && comment == 0;
      if (c == '"' && comment == 0 && (quoted || lastQuote >= i)) {
        quoted = !quoted;
      } else if (c == '(' && !quoted && lastParenthesis >= i) {
        comment++;
      } else if (c == ')' && comment > 0) {
        comment--;
      } else if (free && c == '<') {
        bracket = lastClose >= i;
      } else if (free && c == '>') {
        bracket = false;
        if (comma != -1 && comma < i) {
          comma = header.indexOf(',', i);
        }
        if (lastOpen >= i && anotherFollows(header, i, comma, lastAt)) {
          add(items, item.append(c));
          continue;
        }
      } else if (free && c == ':' && !bracket && isGroup(item)) {
        item.setLength(0);
        continue;
      } else if (free && !bracket && (c == ',' || c == ';')) {
        add(items, item);
        continue;
      }
      item.append(c);
    }
    add(items, item);
    return items;
  }

  /** A missing comma: another address in brackets follows the closing bracket. */
  private static boolean anotherFollows(String header, int from, int comma, int lastAt) {
    int open = header.indexOf('<', from);
    return open >= 0 && lastAt > open && (comma < 0 || open < comma);
  }

  private static int afterEncodedWord(String header, int at) {
    if (!header.startsWith("=?", at)) {
      return at;
    }
    Matcher start = EncodedWords.START.matcher(header).region(at, header.length());
    if (!start.lookingAt()) {
      return at;
    }
    int end = EncodedWords.end(header, start.end(), start.group(2).equalsIgnoreCase("q"));
    return Math.min(end + 2, header.length());
  }

  private static boolean isGroup(StringBuilder item) {
    return item.length() <= MAX_GROUP_NAME_LENGTH
        && item.indexOf("@") < 0
        && item.indexOf("[") < 0
        && !item.toString().endsWith("mailto");
  }

  private static void add(List<String> items, StringBuilder item) {
    String text = item.toString().strip();
    if (!text.isEmpty()) {
      items.add(text);
    }
    item.setLength(0);
  }
}
