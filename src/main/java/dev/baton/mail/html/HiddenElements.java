package dev.baton.mail.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Removes elements that are hidden by a style: preview lines, tracking text. */
final class HiddenElements {

  private static final Pattern HIDES =
      Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all");

  private HiddenElements() {}

  static void remove(Document document) {
    List<Element> hidden = new ArrayList<>();
    for (Element element : document.select("[style], [hidden]")) {
      String style = element.attr("style").toLowerCase(Locale.ROOT);
      if (element.hasAttr("hidden") || HIDES.matcher(style).find()) {
        hidden.add(element);
      }
    }
    ElementRemoval.of(hidden.stream().filter(element -> element != document.body()).toList());
  }
}
