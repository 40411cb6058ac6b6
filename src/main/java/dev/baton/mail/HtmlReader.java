package dev.baton.mail;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses HTML of any length and depth within bounds, so that no mail takes long. */
final class HtmlReader {

  private static final int LONGEST = 1_000_000;
  private static final int DEEPEST = 50;

  private HtmlReader() {}

  static Document read(String html) {
    String bounded = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
    Document document =
        Parser.htmlParser()
            .setMaxDepth(DEEPEST)
            .parseInput(new Stoppable(new StringReader(bounded)), "");
    document.outputSettings().prettyPrint(false);
    return document;
  }

  private static final class Stoppable extends FilterReader {

    Stoppable(Reader in) {
      super(in);
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
      ParsingStopped.ifInterrupted();
      return super.read(into, from, length);
    }
  }
}
