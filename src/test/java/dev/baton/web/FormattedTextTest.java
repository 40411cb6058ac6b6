package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.web.text.FormattedText;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write is formatted as they meant it, and does nothing else. */
class FormattedTextTest {

  @Test
  void boldListsLinksAndLinesAreKept() {
    String html =
        FormattedText.html(
            """
            Dear Ada,
            please **restart** it:

            1. switch it off
            2. wait

            See https://help.example/printers""");

    assertThat(html)
        .contains("Dear Ada,<br>", "<strong>restart</strong>", "<li>switch it off</li>")
        .contains("href=\"https://help.example/printers\"", "noopener");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The printer\n---\nis back",
        "# 4711 is the number",
        "snake_case_name and 2*3*4",
        "Open C:\\Users\\ada_lind\\file_name",
        "5 < 6 && 7 > 2",
        "<b>not bold</b>",
        "Press [Enter]",
        "\\\\server\\share\\_new and R&D, &lt; and 5 &amp; 6",
        "*.log and *.txt",
        "***"
      })
  void whatIsNoFormatIsShownAsItWasTyped(String text) {
    assertThat(Jsoup.parse(FormattedText.html(text)).wholeText().strip()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "![x](https://tracker.example/pixel.png)",
        "[![x](https://tracker.example/pixel.png)](https://e.example)",
        "<img src=x onerror=alert(1)>",
        "[a](https://e.example \\\"onmouseover=alert(1)\\\")",
        "`<svg onload=alert(1)>`"
      })
  void nothingRunsAndNothingIsLoaded(String text) {
    var page = Jsoup.parse(FormattedText.html(text));

    assertThat(page.select("script, img, svg, iframe, object, style")).isEmpty();
    assertThat(page.getAllElements())
        .flatExtracting(element -> element.attributes().asList())
        .noneMatch(attribute -> attribute.getKey().startsWith("on"))
        .allMatch(
            attribute ->
                !attribute.getKey().equals("href")
                    || attribute.getValue().isEmpty()
                    || attribute.getValue().matches("(https?|mailto):.*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {">", "* ", "[", "**a ", "![", "`", "<", "_a ", "1. "})
  void thousandsOfSignsAreNoHarm(String sign) {
    assertThat(FormattedText.html(sign.repeat(20_000 / sign.length()))).isNotEmpty();
  }
}
