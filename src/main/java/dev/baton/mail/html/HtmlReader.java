package dev.baton.mail.html;

import dev.baton.mail.mime.Interruption;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses HTML up to a limit on length and depth, so that no mail takes long. */
public final class HtmlReader {

  private static final int MAX_LENGTH = 1_000_000;
  private static final int MAX_DEPTH = 50;

  private HtmlReader() {}

  public static Document parse(String html) {
    String bounded = html.length() > MAX_LENGTH ? html.substring(0, MAX_LENGTH) : html;
    Document document =
        Parser.htmlParser()
            .setMaxDepth(MAX_DEPTH)
            .parseInput(new InterruptibleReader(new StringReader(bounded)), "");
    document.outputSettings().prettyPrint(false);
    return document;
  }

  private static final class InterruptibleReader extends FilterReader {

    InterruptibleReader(Reader in) {
      super(in);
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
      Interruption.check();
      return super.read(into, from, length);
    }
  }
}
