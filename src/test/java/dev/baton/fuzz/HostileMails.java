package dev.baton.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Mails made to cost a parser more than their length: each of about as many bytes as asked for. */
public final class HostileMails {

  private static final Map<String, IntFunction<String>> SHAPES = shapes();

  private HostileMails() {}

  public static Map<String, IntFunction<String>> all() {
    return SHAPES;
  }

  public static byte[] of(String name, int bytes) {
    return SHAPES.get(name).apply(bytes).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Map<String, IntFunction<String>> shapes() {
    Map<String, IntFunction<String>> shapes = new LinkedHashMap<>();
    headers(shapes);
    structure(shapes);
    html(shapes);
    text(shapes);
    files(shapes);
    reports(shapes);
    return Collections.unmodifiableMap(shapes);
  }

  private static void headers(Map<String, IntFunction<String>> shapes) {
    header(shapes, "encoded words never closed", "Cc", "=?utf-8?b?");
    header(shapes, "encoded words of many charsets", "Subject", i -> "=?x-c" + i + "?q?a?= ");
    header(shapes, "encoded words that nearly end", "Subject", "=?utf-8?q?a?=ab?=");
    header(shapes, "letters without an at sign", "To", "a");
    header(shapes, "blanks before an at sign", "To", " ");
    header(shapes, "apostrophes", "From", "'");
    header(shapes, "open brackets", "From", "<a");
    header(shapes, "addresses without commas", "To", "<a@b>");
    header(shapes, "brackets without at signs", "To", "<a>");
    header(shapes, "quotes", "To", "\"a");
    header(shapes, "comments in comments", "To", "(a");
    header(shapes, "closing comments", "To", "(a)b)");
    header(shapes, "groups of mailto", "To", "mailto:");
    header(shapes, "groups", "To", "a:;");
    header(shapes, "at signs", "To", "@");
    header(shapes, "names with commas", "To", "a, b, c <d@e.example>, ");
    header(shapes, "months", "Date", "Jan 1 ");
    header(shapes, "digits in a date", "Date", "1");
    header(shapes, "letters in a date", "Date", "a");
    header(shapes, "colons in a date", "Date", "Jan 1 1:1:");
    header(shapes, "references", "References", i -> "<" + i + "@a>");
    header(shapes, "references never closed", "References", "<a");
    header(shapes, "blanks in a type", "Content-Type", " ;");
    header(shapes, "parameters", "Content-Type", i -> "; p" + i + "=\"v\"");
    header(shapes, "quoted parameters", "Content-Type", "; a=\"b\"c");
    header(shapes, "pieces of a parameter", "Content-Type", i -> "; name*" + i + "*=%41");
    header(shapes, "stars in a parameter", "Content-Type", ";*");
    header(shapes, "encoding", "Content-Transfer-Encoding", "\",'");
    header(shapes, "return path", "Return-Path", "\"<");
    header(shapes, "loop marks", "X-Loop", "a ");
    header(shapes, "subject of dashes", "Subject", "undeliverable mail delayed ");
    shape(shapes, "many headers", n -> repeated(n, i -> "X" + i + ": a\r\n") + "\r\nHi");
    shape(
        shapes, "many addresses in many headers", n -> repeated(n, "Cc: a@b.c,d@e.f\r\n") + "\r\n");
    shape(shapes, "blanks before a colon", n -> "A" + " ".repeat(n) + ": b\r\n\r\nHi");
    shape(shapes, "lines that are no headers", n -> repeated(n, "a\r\n") + "From: a@b.c\r\n\r\nHi");
    shape(
        shapes,
        "junk between headers",
        n -> repeated(n, i -> i % 30 == 0 ? "From: a@b.c\r\n" : "a\r\n") + "\r\nHi");
    shape(shapes, "folded blanks", n -> "Subject: a" + repeated(n, "\r\n \t") + "b\r\n\r\nHi");
    shape(shapes, "mbox lines", n -> repeated(n, "From a\r\n") + "\r\nHi");
  }

  private static void structure(Map<String, IntFunction<String>> shapes) {
    shape(shapes, "parts", n -> multipart("mixed", repeated(n, "--b\r\n\r\na\r\n")));
    shape(
        shapes,
        "named parts",
        n ->
            multipart(
                "mixed",
                repeated(n, i -> "--b\r\nContent-Type: text/plain; name=" + i + "\r\n\r\na\r\n")));
    shape(shapes, "bare boundaries", n -> multipart("mixed", repeated(n, "--b\r\n")));
    shape(shapes, "nested parts", HostileMails::nested);
    shape(shapes, "nested parts of one boundary", HostileMails::nestedAlike);
    shape(
        shapes,
        "files that the HTML may show",
        n ->
            multipart(
                "related",
                "--b\r\nContent-Type: text/html\r\n\r\n"
                    + repeated(n / 2, "cid:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ")
                    + "\r\n"
                    + repeated(
                        n / 2,
                        i ->
                            "--b\r\nContent-Type: image/png\r\nContent-ID: <"
                                + "a".repeat(31)
                                + i
                                + ">\r\n\r\nx\r\n")));
    shape(
        shapes,
        "alternatives",
        n ->
            multipart(
                "alternative", repeated(n, "--b\r\nContent-Type: text/html\r\n\r\n<p>a\r\n")));
    shape(
        shapes,
        "digest",
        n -> multipart("digest", repeated(n, "--b\r\n\r\nSubject: a\r\n\r\nb\r\n")));
  }

  private static String nested(int n) {
    StringBuilder mail = new StringBuilder("From: a@b.c\r\n");
    for (int i = 0; mail.length() < n; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b" + i + "\r\n\r\n--b" + i + "\r\n");
    }
    return mail.append("\r\nHi").toString();
  }

  private static String nestedAlike(int n) {
    return "From: a@b.c\r\n"
        + repeated(n, "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n")
        + "\r\nHi";
  }

  private static void html(Map<String, IntFunction<String>> shapes) {
    html(shapes, "line breaks", "<br>");
    html(shapes, "nested boxes", "<div>");
    html(shapes, "nested bold", "<b>");
    html(shapes, "bold and paragraphs", "<b><p>");
    html(shapes, "links and paragraphs", "<a href='x'><p>");
    html(shapes, "links", i -> "<a href='http://a.example/" + i + "'>b</a>");
    html(shapes, "formatting that crosses", "<b><i><u></b></i></u>");
    html(shapes, "fonts", i -> "<font size=" + i + ">");
    html(shapes, "tables in tables", "<table><tr><td>");
    html(shapes, "words in a table", "<table>a");
    html(shapes, "bold in a table", "<table><b>a");
    html(shapes, "cells", "<td>a");
    html(shapes, "table cells", n -> "<table><tr>" + repeated(n, "<td>a"));
    html(shapes, "list items", n -> "<ol>" + repeated(n, "<li>a"));
    html(shapes, "scripts", "<script>a</script>b");
    html(shapes, "pictures", "<img>");
    html(shapes, "remote pictures", "<img src='http://a.example/b'>");
    html(shapes, "hidden", "<p hidden>a</p>b");
    html(shapes, "nested hidden", "<div style='display:none'>a");
    html(shapes, "quotes of Gmail", "<div class=gmail_quote>a</div>");
    html(shapes, "nested quotes of Gmail", "<div class=gmail_quote>a");
    html(shapes, "signatures", "<div class=gmail_signature>a</div>b");
    html(shapes, "beginnings of a quotation", "<hr id=stopSpelling>a");
    html(shapes, "nested beginnings", "<div id=appendonsend>a");
    html(
        shapes,
        "a beginning before much",
        n -> "<div id=appendonsend></div>" + repeated(n, "<p>a</p>"));
    html(shapes, "rules of Outlook", "<div style='border-top:solid #B5C4DF 1pt'>a</div>");
    html(shapes, "nested rules of Outlook", "<div style='border-top:solid #B5C4DF 1pt'>ab");
    html(shapes, "nested block quotes", "<blockquote>a");
    html(shapes, "block quotes", "<blockquote>a</blockquote>");
    html(shapes, "attributes", n -> "<p " + repeated(n, i -> "a" + i + " ") + ">x");
    html(shapes, "attributes of many", i -> i % 500 == 0 ? "><p " : "a" + i + " ");
    html(shapes, "a long style", n -> "<p style='" + repeated(n, "color:red;") + "'>x");
    html(shapes, "a style of brackets", n -> "<p style='color:" + repeated(n, "(") + "'>x");
    html(shapes, "a style of comments", n -> "<p style='color:" + repeated(n, "/*") + "'>x");
    html(
        shapes,
        "a link that nearly shows itself",
        n -> "<a href='http://" + "a".repeat(n / 3) + "b'>" + "a".repeat(n * 2 / 3) + "</a>");
    html(shapes, "entities", "&amp;&#x41;&notit;");
    html(shapes, "ampersands", "&");
    html(shapes, "open angles", "<");
    html(shapes, "comments", "<!--");
    html(shapes, "closing tags", "</p>");
    html(shapes, "blanks", " ");
    html(shapes, "forms", "<form><select><option>a");
    html(shapes, "foreign", "<svg><math><p>");
    html(shapes, "templates", "<template>");
    html(shapes, "preformatted", "<pre>\n\n");
    html(shapes, "rulers", "<hr>");
    html(shapes, "body attributes", i -> "<body a" + i + "=b>");
  }

  private static void text(Map<String, IntFunction<String>> shapes) {
    text(shapes, "lines", "\n");
    text(shapes, "quoted lines", ">\n");
    text(shapes, "nested quotes", n -> repeated(n, i -> ">".repeat(i % 500) + " a\n"));
    text(shapes, "one line of arrows", ">");
    text(shapes, "headers of quotes", "On Monday, 1 January 2024 at 10:00, a <a@b.c> wrote:\nb\n");
    text(shapes, "almost headers of quotes", i -> "On 1 " + "x".repeat(70) + ":\n");
    text(shapes, "dated addresses", i -> "mon, 1 <" + "@".repeat(70) + "\n");
    text(shapes, "long dated addresses", i -> "mon, 1 <" + "@".repeat(400) + "\n");
    text(shapes, "words then a header", i -> "a " + "on mon ".repeat(65) + "\n");
    text(shapes, "dashes then a header", i -> "a" + "-".repeat(450) + "b\n");
    text(shapes, "blanks then a header", i -> "a" + " ".repeat(450) + "b\n");
    text(shapes, "headers on one line", i -> "from:" + "@".repeat(1_900) + "\n");
    text(shapes, "headers on one line with words", i -> "from:" + "@sent ".repeat(300) + "\n");
    text(shapes, "dashed rules", i -> "-".repeat(1_000) + "wrote ".repeat(160) + "\n");
    text(shapes, "rules", i -> "-".repeat(1_900) + "\n");
    text(shapes, "blocks", "From: a\nDate: b\n\n\nx\n");
    text(shapes, "signatures", "Sent from my iPhone\n");
    text(
        shapes,
        "signatures under blank lines",
        n -> "\n".repeat(n / 6) + repeated(n, "Sent from my iPhone\n"));
    text(
        shapes,
        "words of a program",
        n -> repeated(n, "a\n") + "\nsent from my " + "a".repeat(90) + ".b.c\n");
    text(shapes, "footers", "________\n");
    text(shapes, "one long line", "a");
    text(shapes, "one line of blanks", " ");
    text(shapes, "one line of signs", "*");
    text(shapes, "colons", ":\n");
    text(shapes, "open links", "> (http://a\nb\n");
    text(shapes, "flowed", "a \n", "; format=flowed");
    text(shapes, "flowed quotes", ">a \n", "; format=flowed; delsp=yes");
    text(shapes, "shifted", "+AA", "; charset=utf-7");
    text(shapes, "unknown charset", "\u00e9\u00ff", "; charset=x-none");
    text(shapes, "Japanese shifts", "\u001b$B", "; charset=iso-2022-jp");
    text(shapes, "HTML that is plain", n -> "<html>" + repeated(n, "<br>"));
    shape(
        shapes,
        "enriched",
        n -> "From: a@b.c\r\nContent-Type: text/enriched\r\n\r\n" + repeated(n, "<"));
  }

  private static void files(Map<String, IntFunction<String>> shapes) {
    text(shapes, "uuencoded files", "begin 644 a\n#0V%T\n`\nend\n");
    text(shapes, "uuencoded lengths", n -> "begin 644 a\n" + repeated(n, "_\n") + "end\n");
    text(shapes, "uuencoded beginnings", "begin 644 a\n");
    text(shapes, "uuencoded names", i -> "begin 644 " + " ".repeat(260) + "\n");
    body(shapes, "padding of base64", "base64", "=");
    body(shapes, "base64 in pieces", "base64", "QQ==\r\n");
    body(shapes, "base64 and blank lines", "base64", "QUJD\r\n\r\n");
    body(shapes, "quoted-printable blanks", "quoted-printable", "=  \t");
    body(shapes, "quoted-printable", "quoted-printable", "=E9=\r\n");
    body(shapes, "uuencoded part", "x-uuencode", "begin 644 a\n_\nend\n");
  }

  private static void reports(Map<String, IntFunction<String>> shapes) {
    report(shapes, "groups of a report", "a\r\n\r\n");
    report(
        shapes,
        "recipients of a report",
        i -> "Final-Recipient: rfc822;a" + i + "@b.c\r\nStatus: 5.1.1\r\n\r\n");
    report(
        shapes,
        "words of a report",
        n ->
            "Final-Recipient: rfc822;a@b.c\r\nDiagnostic-Code: smtp; "
                + repeated(n, "user name ")
                + "\r\n");
    failure(shapes, "failed addresses", i -> "a" + i + "@b.example: unknown user\n");
    failure(shapes, "one failed address", "a@b.example ");
    failure(shapes, "words of a failure", "deliver could not mail ");
    failure(shapes, "separators", "original : \n");
    failure(shapes, "almost addresses", "a@....");
    shape(
        shapes,
        "failed recipients in a header",
        n ->
            "From: a@b.c\r\nX-Failed-Recipients: "
                + repeated(n / 2, i -> "a" + i + "@b,")
                + "\r\n\r\n"
                + repeated(n / 2, "a@b "));
  }

  private static void report(Map<String, IntFunction<String>> shapes, String name, String token) {
    report(shapes, name, (int i) -> token, true);
  }

  private static void report(
      Map<String, IntFunction<String>> shapes, String name, IntFunction<String> of) {
    report(shapes, name, of, name.startsWith("recipients"));
  }

  private static void report(
      Map<String, IntFunction<String>> shapes,
      String name,
      IntFunction<String> of,
      boolean tokens) {
    shape(
        shapes,
        name,
        n ->
            "From: MAILER-DAEMON@a.example\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: message/delivery-status\r\n\r\n"
                + (tokens ? repeated(n, of) : of.apply(n))
                + "\r\n--b--\r\n");
  }

  private static void failure(Map<String, IntFunction<String>> shapes, String name, String token) {
    failure(shapes, name, i -> token);
  }

  private static void failure(
      Map<String, IntFunction<String>> shapes, String name, IntFunction<String> token) {
    shape(
        shapes,
        name,
        n ->
            "From: MAILER-DAEMON@a.example\r\nSubject: Undeliverable\r\n\r\n" + repeated(n, token));
  }

  private static void body(
      Map<String, IntFunction<String>> shapes, String name, String encoding, String token) {
    shape(
        shapes,
        name,
        n ->
            "From: a@b.c\r\nContent-Transfer-Encoding: "
                + encoding
                + "\r\n\r\n"
                + repeated(n, token));
  }

  private static void text(Map<String, IntFunction<String>> shapes, String name, String token) {
    text(shapes, name, token, "");
  }

  private static void text(
      Map<String, IntFunction<String>> shapes, String name, String token, String parameters) {
    shape(
        shapes,
        name,
        n ->
            "From: a@b.c\r\nContent-Type: text/plain"
                + parameters
                + "\r\n\r\n"
                + repeated(n, token));
  }

  /** Of a length for those that take one, else of the token with its number. */
  private static void text(
      Map<String, IntFunction<String>> shapes, String name, IntFunction<String> of) {
    boolean whole = of.apply(5_000).length() > 4_000;
    shape(
        shapes,
        name,
        n ->
            "From: a@b.c\r\nContent-Type: text/plain\r\n\r\n"
                + (whole ? of.apply(n) : repeated(n, of)));
  }

  private static void html(Map<String, IntFunction<String>> shapes, String name, String token) {
    html(shapes, name, i -> token);
  }

  private static void html(
      Map<String, IntFunction<String>> shapes, String name, IntFunction<String> of) {
    boolean whole = of.apply(5_000).length() > 4_000;
    shape(
        shapes,
        "HTML: " + name,
        n ->
            "From: a@b.c\r\nContent-Type: text/html\r\n\r\n<p>"
                + (whole ? of.apply(n) : repeated(n, of)));
  }

  private static void header(
      Map<String, IntFunction<String>> shapes, String name, String header, String token) {
    header(shapes, name, header, i -> token);
  }

  private static void header(
      Map<String, IntFunction<String>> shapes,
      String name,
      String header,
      IntFunction<String> token) {
    shape(
        shapes,
        "header: " + name,
        n ->
            "X-First: a\r\n"
                + header
                + ": "
                + (header.equals("Content-Type") ? "text/plain" : "")
                + repeated(n, token)
                + "x\r\n\r\nHi");
  }

  private static void shape(
      Map<String, IntFunction<String>> shapes, String name, IntFunction<String> of) {
    if (shapes.put(name, of) != null) {
      throw new IllegalStateException(name);
    }
  }

  private static String multipart(String kind, String parts) {
    return "From: a@b.c\r\nContent-Type: multipart/"
        + kind
        + "; boundary=b\r\n\r\n"
        + parts
        + "--b--\r\n";
  }

  static String repeated(int length, String token) {
    return token.repeat(Math.max(1, length / token.length()));
  }

  static String repeated(int length, IntFunction<String> token) {
    int each = token.apply(1_000).length();
    return IntStream.range(0, Math.max(1, length / each))
        .mapToObj(token)
        .collect(Collectors.joining());
  }
}
