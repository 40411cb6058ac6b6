package dev.baton.mail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a tree of parts shows and carries: the words, the HTML as it came, the files. Every part
 * ends in one of them, except a poorer form of what is shown already.
 */
final class Contents {

  private static final Pattern HTML_DOCUMENT =
      Pattern.compile("(?is)^\\s*(<!doctype html|<html[\\s>]).*");

  private static final int LONGEST_TEXT = 1_000_000;

  /** A piece to read: as words, as HTML, or both; null where it has no such form. */
  private record Piece(String text, String html) {}

  private final List<String> defects;
  private final List<MailAttachment> attachments = new ArrayList<>();
  private final Set<Part> likelyBodies = new HashSet<>();

  private Contents(List<String> defects) {
    this.defects = defects;
  }

  /** What was found; text and HTML are null where the mail has none. */
  record Found(String text, String html, List<MailAttachment> attachments) {}

  static Found of(Part root, List<String> defects) {
    Contents contents = new Contents(defects);
    Piece piece = contents.piece(root, null);
    if (piece == null) {
      return new Found(null, null, contents.attachments);
    }
    return new Found(piece.text(), piece.html(), contents.attachments);
  }

  private Piece piece(Part part, Part parent) {
    if (part.is("multipart/") && !part.children().isEmpty()) {
      return part.type().equals("multipart/alternative") ? richest(part) : inOrder(part);
    }
    if (isShown(part, parent)) {
      return shown(part);
    }
    boolean poorerForm = part.type().equals("text/x-amp-html");
    if (!poorerForm) {
      attach(part);
    }
    return null;
  }

  /** Of the forms of one content: the last HTML, and the first words that are not blank. */
  private Piece richest(Part alternative) {
    String text = null;
    String html = null;
    for (Part child : alternative.children()) {
      Piece piece = piece(child, alternative);
      if (piece != null) {
        boolean better = text == null || text.isBlank();
        text = piece.text() != null && better ? piece.text() : text;
        html = piece.html() != null && !piece.html().isBlank() ? piece.html() : html;
      }
    }
    return text == null && html == null ? null : new Piece(text, html);
  }

  private Piece inOrder(Part parent) {
    List<Piece> pieces = new ArrayList<>();
    for (Part child : parent.children()) {
      Piece piece = piece(child, parent);
      if (piece != null) {
        pieces.add(piece);
      }
    }
    if (pieces.size() <= 1) {
      return pieces.isEmpty() ? null : pieces.get(0);
    }
    boolean anyHtml = pieces.stream().anyMatch(piece -> piece.html() != null);
    boolean anyText = pieces.stream().anyMatch(piece -> piece.text() != null);
    StringBuilder text = new StringBuilder();
    StringBuilder html = new StringBuilder();
    for (Piece piece : pieces) {
      String words = piece.text() == null && anyText ? HtmlText.of(piece.html()) : piece.text();
      if (words != null) {
        text.append(text.length() == 0 || text.charAt(text.length() - 1) == '\n' ? "" : "\n");
        text.append(words);
      }
      html.append(piece.html() == null ? asHtml(piece.text()) : piece.html());
    }
    return new Piece(anyText ? text.toString() : null, anyHtml ? html.toString() : null);
  }

  private static String asHtml(String text) {
    String plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<div>" + plain.replace("\n", "<br>\n") + "</div>";
  }

  private boolean isShown(Part part, Part parent) {
    String disposition = part.disposition().value();
    if (part.is("multipart/")) {
      return true;
    }
    boolean readable = part.type().equals("text/plain") || part.type().equals("text/html");
    boolean onlyPart = parent == null && part.is("text/") && !part.type().equals("text/calendar");
    if (!readable && !onlyPart && !isEnriched(part)) {
      return false;
    }
    if (disposition.startsWith("attachment")) {
      return false;
    }
    boolean alternative = parent != null && parent.type().equals("multipart/alternative");
    return parent == null || alternative || part.fileName() == null || isFirstInline(part, parent);
  }

  private static boolean isEnriched(Part part) {
    return part.type().equals("text/enriched") || part.type().equals("text/richtext");
  }

  /** The body of some programs bears a name: the first part, and nothing else can be read. */
  private boolean isFirstInline(Part part, Part parent) {
    if (parent.children().get(0) != part) {
      return false;
    }
    boolean otherBody =
        parent.children().stream()
            .flatMap(Part::all)
            .anyMatch(
                other ->
                    other != part
                        && other.is("text/")
                        && other.fileName() == null
                        && !other.disposition().value().startsWith("attachment"));
    return !otherBody && likelyBodies.isEmpty() && likelyBodies.add(part);
  }

  private Piece shown(Part part) {
    ParsingStopped.ifInterrupted();
    String text = part.text(defects).replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
    boolean undeclaredHtml = !part.saysItsType() && HTML_DOCUMENT.matcher(text).matches();
    if (part.type().equals("text/html") || undeclaredHtml) {
      return new Piece(null, bounded(text));
    }
    if (isEnriched(part)) {
      return new Piece(bounded(text).replaceAll("<[^<>]{0,80}>", ""), null);
    }
    if (HTML_DOCUMENT.matcher(text).matches()) {
      defects.add("HTML in a part that calls itself plain");
      return new Piece(HtmlText.of(text), null);
    }
    boolean flowed = "flowed".equalsIgnoreCase(part.parameter("format"));
    if (flowed && text.length() <= LONGEST_TEXT) {
      text = FlowedText.unflow(text, "yes".equalsIgnoreCase(part.parameter("delsp")));
    }
    Uuencoded.Found found = Uuencoded.in(text);
    found.files().forEach(file -> attach(file.name(), "application/octet-stream", file.content()));
    return new Piece(bounded(found.text()), null);
  }

  private String bounded(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    defects.add("longer than is read");
    return text.substring(0, LONGEST_TEXT);
  }

  private void attach(String name, String type, byte[] content) {
    attachments.add(Attachments.of(name, type, content, null));
  }

  private void attach(Part part) {
    attachments.addAll(Attachments.of(part, defects));
  }
}
