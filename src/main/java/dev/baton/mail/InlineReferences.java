package dev.baton.mail;

import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Content-IDs that an HTML body refers to by {@code cid:} links. */
final class InlineReferences {

  private static final Pattern REFERENCE = Pattern.compile("cid:([^\\s\"'<>]{1,600})");

  private final TreeSet<String> references = new TreeSet<>();

  private InlineReferences() {}

  static InlineReferences in(String html) {
    InlineReferences found = new InlineReferences();
    if (html != null) {
      Matcher reference = REFERENCE.matcher(html.toLowerCase(Locale.ROOT));
      while (reference.find()) {
        found.references.add(reference.group(1));
      }
    }
    return found;
  }

  boolean include(String contentId) {
    if (contentId == null || contentId.isBlank()) {
      return false;
    }
    String id = contentId.toLowerCase(Locale.ROOT);
    return isPrefix(id) || isPrefix(id.replace("%", "%25").replace("@", "%40"));
  }

  /** More text may follow the Content-ID, such as the rest of a style attribute. */
  private boolean isPrefix(String id) {
    String next = references.ceiling(id);
    return next != null && next.startsWith(id);
  }
}
