package dev.baton.mail;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses HTML of any length and depth within bounds, so that no mail takes long. */
final class HtmlReader {

  private static final int LONGEST = 4_000_000;
  private static final int DEEPEST = 150;

  private HtmlReader() {}

  static Document read(String html) {
    String bounded = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
    Document document = Jsoup.parse(bounded, Parser.htmlParser().setMaxDepth(DEEPEST));
    document.outputSettings().prettyPrint(false);
    return document;
  }
}
