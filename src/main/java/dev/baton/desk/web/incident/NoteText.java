package dev.baton.desk.web.incident;

import dev.baton.incident.contact.Mentions;
import dev.baton.incident.contact.Mentions.NotePart;
import dev.baton.web.text.FormattedText;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.springframework.stereotype.Component;

/** An internal note as the desk reads it: formatted, with the names of those whom it mentions. */
@Component
class NoteText {

  private final Mentions mentions;

  NoteText(Mentions mentions) {
    this.mentions = mentions;
  }

  /** Safe HTML. */
  public String html(String text) {
    Document note = Jsoup.parseBodyFragment(FormattedText.html(text));
    note.outputSettings().prettyPrint(false);
    for (TextNode node : note.body().selectXpath("//text()", TextNode.class)) {
      if (node.parent().closest("a, code") == null && node.getWholeText().indexOf('@') >= 0) {
        mark(node, mentions.parts(node.getWholeText()));
      }
    }
    return note.body().html();
  }

  private static void mark(TextNode node, List<NotePart> parts) {
    for (NotePart part : parts) {
      if (part.person() == null) {
        node.before(new TextNode(part.text()));
      } else {
        node.before(
            new Element("span")
                .addClass("baton-mention")
                .attr("title", part.text())
                .text("@" + part.person().name()));
      }
    }
    node.remove();
  }
}
