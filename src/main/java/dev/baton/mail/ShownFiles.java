package dev.baton.mail;

import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that HTML shows in its midst, by their Content-ID; found in one reading. */
final class ShownFiles {

  private static final Pattern REFERENCE = Pattern.compile("cid:([^\\s\"'<>]{1,600})");

  private final TreeSet<String> references = new TreeSet<>();

  private ShownFiles() {}

  static ShownFiles in(String html) {
    ShownFiles shown = new ShownFiles();
    if (html != null) {
      Matcher reference = REFERENCE.matcher(html.toLowerCase(Locale.ROOT));
      while (reference.find()) {
        shown.references.add(reference.group(1));
      }
    }
    return shown;
  }

  boolean has(String contentId) {
    if (contentId == null || contentId.isBlank()) {
      return false;
    }
    String id = contentId.toLowerCase(Locale.ROOT);
    return begins(id) || begins(id.replace("%", "%25").replace("@", "%40"));
  }

  /** Behind the Content-ID something else may stand, such as the end of a style. */
  private boolean begins(String id) {
    String next = references.ceiling(id);
    return next != null && next.startsWith(id);
  }
}
