package dev.baton.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailParserTest {

  private final MailParser parser = new MailParser();

  private Mail parse(String... lines) {
    return parse(StandardCharsets.UTF_8, lines);
  }

  private Mail parse(Charset charset, String... lines) {
    return parser.parse(String.join("\r\n", lines).getBytes(charset));
  }

  private Mail file(String name) throws IOException {
    try (InputStream in = MailParserTest.class.getResourceAsStream("/mail/" + name)) {
      return parser.parse(in.readAllBytes());
    }
  }

  @Test
  void readsSenderRecipientsSubjectDateAndText() throws IOException {
    Mail mail = file("plain.eml");
    assertThat(mail.from()).isEqualTo(new MailAddress("Jane Doe", "jane@example.org"));
    assertThat(mail.to()).extracting(MailAddress::email).containsExactly("desk@baton.example");
    assertThat(mail.cc()).extracting(MailAddress::name).containsExactly("Müller, Jörg", null);
    assertThat(mail.subject()).isEqualTo("The printer on floor 3 says ÄÖÜ");
    assertThat(mail.sentAt()).isEqualTo(Instant.parse("2026-11-20T09:15:00Z"));
    assertThat(mail.messageId()).isEqualTo("<one@example.org>");
    assertThat(mail.references()).containsExactly("<a@example.org>", "<b@example.org>");
    assertThat(mail.inReplyTo()).containsExactly("<b@example.org>");
    assertThat(mail.text()).isEqualTo("It prints blank pages – all day.\n\nJane");
    assertThat(mail.html()).isNull();
    assertThat(mail.attachments()).isEmpty();
    assertThat(mail.mayBeAnswered()).isTrue();
    assertThat(mail.defects()).isEmpty();
  }

  @Test
  void readsTextHtmlAndAttachmentsFromNestedMultiparts() throws IOException {
    Mail mail = file("nested.eml");
    assertThat(mail.text()).isEqualTo("See the screen.\n_______\nfooter of the list");
    assertThat(mail.html()).contains("<b>See</b>", "cid:screen", "footer of the list");
    assertThat(mail.attachments())
        .extracting(MailAttachment::name, MailAttachment::type, MailAttachment::isInline)
        .containsExactly(
            tuple("screen.png", "image/png", true),
            tuple("log.txt", "text/plain", false),
            tuple("invite.ics", "text/calendar", false));
    assertThat(mail.attachments().get(1).sha256())
        .isEqualTo("b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9");
  }

  @Test
  void convertsHtmlToTextWithLinesListsAndLinks() {
    Mail mail =
        parse(
            "Content-Type: text/html; charset=utf-8",
            "",
            "<html><head><style>p{color:red}</style></head><body><h1>Hello</h1><p>One<br>two</p>",
            "<ul><li>first<li>second</ul><ol><li>a<li>b</ol>",
            "<a href='https://example.org/x'>the page</a><script>alert(1)</script></body></html>");
    assertThat(mail.text())
        .isEqualTo(
            "Hello\n\nOne\ntwo\n\n- first\n- second\n\n1. a\n2. b\n\nthe page"
                + " <https://example.org/x>");
    assertThat(mail.html()).doesNotContain("script", "style");
  }

  @ParameterizedTest
  @CsvSource({
    "utf-8, UTF-8", "utf8, UTF-8", "iso-8859-1, windows-1252", "us-ascii, windows-1252",
    "x-unknown, windows-1252", "us-ascii, UTF-8", "iso-8859-1, UTF-8", "windows-1252, windows-1252",
    "utf-8, windows-1252", "'', UTF-8"
  })
  void readsWesternTextWhateverCharsetIsDeclared(String declared, String written) {
    Mail mail =
        parse(
            Charset.forName(written),
            "From: a@example.org",
            "Content-Type: text/plain; charset=" + declared,
            "Content-Transfer-Encoding: 8bit",
            "",
            "Größe: 5 €, naïve café");
    assertThat(mail.text()).isEqualTo("Größe: 5 €, naïve café");
  }

  @ParameterizedTest
  @CsvSource({
    "gb2312, GB18030, 打印机坏了",
    "gbk, GBK, 打印机坏了",
    "big5, Big5, 印表機壞了",
    "shift_jis, windows-31j, プリンタが壊れた①",
    "iso-2022-jp, ISO-2022-JP, プリンタが壊れた",
    "euc-jp, EUC-JP, プリンタ",
    "ks_c_5601-1987, x-windows-949, 프린터가 고장",
    "euc-kr, EUC-KR, 프린터",
    "koi8-r, KOI8-R, принтер сломан",
    "windows-1251, windows-1251, принтер сломан",
    "iso-8859-2, ISO-8859-2, tiskárna nefunguje",
    "windows-874, x-windows-874, เครื่องพิมพ์",
    "utf-16, UTF-16, Drucker ☎",
    "utf-16le, UTF-16LE, Drucker ☎"
  })
  void readsEveryCharset(String declared, String written, String words) {
    byte[] head =
        ("Content-Type: text/plain; charset=\""
                + declared
                + "\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] body = Base64.getMimeEncoder().encode(words.getBytes(Charset.forName(written)));
    byte[] raw = new byte[head.length + body.length];
    System.arraycopy(head, 0, raw, 0, head.length);
    System.arraycopy(body, 0, raw, head.length, body.length);
    assertThat(parser.parse(raw).text()).isEqualTo(words);
  }

  @Test
  void readsUtf7() {
    Mail mail = parse("Content-Type: text/plain; charset=utf-7", "", "1 +- 1 = Fr+APY-sche +Jjo-");
    assertThat(mail.text()).isEqualTo("1 + 1 = Frösche ☺");
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheText() {
    assertThat(parse("Content-Type: text/plain; charset=utf-8", "", "\uFEFFHello").text())
        .isEqualTo("Hello");
    assertThat(parse("\uFEFFSubject: first", "", "x").subject()).isEqualTo("first");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "=?utf-8?q?Gr=C3=BC=C3=9Fe?= | Grüße",
        "=?UTF-8?B?R3LDvMOfZQ==?= | Grüße",
        "=?iso-8859-1?q?Gr=FC=DFe_aus_Ulm?= | Grüße aus Ulm",
        "=?utf-8?q?one?= =?utf-8?q?two?= | onetwo",
        "=?utf-8?q?one?= and =?utf-8?q?two?= | one and two",
        "=?utf-8?b?R3LDvMOf?= =?utf-8?b?ZQ==?= | Grüße",
        "=?utf-8?b?R3LD?= =?utf-8?b?vMOfZQ==?= | Grüße",
        "=?utf-8?q?Gr=C3?= =?utf-8?q?=BC=C3=9Fe?= | Grüße",
        "=?utf-8?q?broken words in it?= | broken words in it",
        "=?utf-8?b?R3LDvMOfZQ?= | Grüße",
        "=?utf-8*de?q?Gr=C3=BC=C3=9Fe?= | Grüße",
        "=?x-none?q?plain?= | plain",
        "=?utf-8?q?no_end_of_it | no end of it",
        "Re:=?utf-8?q?_Gr=C3=BC=C3=9Fe?=! | Re: Grüße!",
        "=?utf-8?q?what=3F?= | what?",
        "=?gb2312?B?tPLTobv6?= | 打印机",
        "2 =? 3 | 2 =? 3",
      })
  void decodesEncodedWords(String raw, String subject) {
    assertThat(parse("Subject: " + raw, "", "x").subject()).isEqualTo(subject);
  }

  @Test
  void readsRawHeaderBytesAsUtf8OrInTheCharsetOfTheBody() {
    assertThat(parse("Subject: Grüße ☺", "", "x").subject()).isEqualTo("Grüße ☺");
    assertThat(parse(Charset.forName("windows-1252"), "Subject: Grüße", "", "x").subject())
        .isEqualTo("Grüße");
    Mail mail =
        parse(
            Charset.forName("KOI8-R"),
            "Subject: сломан",
            "Content-Type: text/plain; charset=koi8-r",
            "",
            "принтер");
    assertThat(mail.subject()).isEqualTo("сломан");
  }

  @Test
  void unfoldsSubjects() {
    assertThat(parse("Subject: one", "\ttwo", "  three\u0007", "", "x").subject())
        .isEqualTo("one two three");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      nullValues = "-",
      value = {
        "Jane Doe <jane@Example.ORG> | Jane Doe | jane@example.org",
        "jane@example.org | - | jane@example.org",
        "<jane@example.org> | - | jane@example.org",
        "\"Doe, Jane\" <jane@example.org> | Doe, Jane | jane@example.org",
        "Doe, Jane <jane@example.org> | Doe, Jane | jane@example.org",
        "=?utf-8?q?Doe=2C_J=C3=A4ne?= <jane@example.org> | Doe, Jäne | jane@example.org",
        "=?utf-8?Q?Doe,_Jane?= <jane@example.org> | Doe, Jane | jane@example.org",
        "\"=?utf-8?q?J=C3=A4ne?=\" <jane@example.org> | Jäne | jane@example.org",
        "jane@example.org (Jane Doe) | Jane Doe | jane@example.org",
        "Jane \"the boss\" Doe <jane@example.org> | Jane the boss Doe | jane@example.org",
        "\"Jane \\\"J\\\" Doe\" <jane@example.org> | Jane \"J\" Doe | jane@example.org",
        "\"jane doe\"@example.org | - | \"jane doe\"@example.org",
        "<@relay.example,@b.example:jane@example.org> | - | jane@example.org",
        "Jane <jane@example.org | Jane | jane@example.org",
        "Jane <<jane@example.org>> | Jane | jane@example.org",
        "Jane [mailto:jane@example.org] | Jane | jane@example.org",
        "Jane <jane @ example.org> | Jane | jane@example.org",
        "Jäne <jäne@bücher.example> | Jäne | jäne@bücher.example",
        "a@example.org, b@example.org | - | a@example.org",
        "staff: Jane <jane@example.org>, b@example.org; | Jane | jane@example.org",
        "jane@example.org <jane@example.org> | jane@example.org | jane@example.org",
        "Jane Doe jane@example.org | Jane Doe | jane@example.org",
        "root (Cron Daemon) | Cron Daemon | root",
        "'Jane' <'jane@example.org'> | 'Jane' | jane@example.org",
      })
  void readsSendersInManyForms(String header, String name, String email) {
    assertThat(parse("From: " + header, "", "x").from()).isEqualTo(new MailAddress(name, email));
  }

  @Test
  void takesTheSenderFromOtherHeadersIfFromIsMissing() {
    assertThat(parse("Sender: b@example.org", "", "x").from().email()).isEqualTo("b@example.org");
    assertThat(parse("From: ", "Return-Path: <c@example.org>", "", "x").from().email())
        .isEqualTo("c@example.org");
    assertThat(parse("From: Jane Doe", "Reply-To: d@example.org", "", "x").from())
        .isEqualTo(new MailAddress("Jane Doe", "d@example.org"));
    assertThat(parse("From: Jane Doe", "", "x").from()).isEqualTo(new MailAddress("Jane Doe", ""));
    assertThat(parse("Subject: x", "", "x").from()).isNull();
    Mail twice = parse("From: a@example.org", "From: b@example.org", "", "x");
    assertThat(twice.from().email()).isEqualTo("a@example.org");
    assertThat(twice.defects()).contains("several From headers");
  }

  @Test
  void anEmptyGroupHasNoAddresses() {
    assertThat(parse("To: undisclosed-recipients:;", "", "x").to()).isEmpty();
    assertThat(parse("To: a@x.example; b@x.example", "", "x").to()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Fri, 20 Nov 2026 10:15:00 +0100 | 2026-11-20T09:15:00Z",
        "20 Nov 2026 10:15 +0100 (CET) | 2026-11-20T09:15:00Z",
        "Fri, 20 Nov 26 09:15:00 GMT | 2026-11-20T09:15:00Z",
        "Friday, 20-Nov-26 09:15:00 UT | 2026-11-20T09:15:00Z",
        "Fri Nov 20 09:15:00 2026 | 2026-11-20T09:15:00Z",
        "Fri, 20 Nov 2026 04:15:00 EST | 2026-11-20T09:15:00Z",
        "Fri, 20 Nov 2026 10:15:00 GMT+1 | 2026-11-20T09:15:00Z",
        "Fri, 20 Nov 2026 10:15:00 +01:00 | 2026-11-20T09:15:00Z",
        "2026-11-20T10:15:00+01:00 | 2026-11-20T09:15:00Z",
        "2026-11-20 09:15:00 | 2026-11-20T09:15:00Z",
        "Fri, 20 Nov 2026 09:15:60 +0000 | 2026-11-20T09:15:59Z",
        "Fri, 31 Feb 2026 09:15:00 +0000 | -",
        "yesterday | -",
      })
  void readsDatesInManyForms(String header, String instant) {
    Instant expected = instant == null ? null : Instant.parse(instant);
    assertThat(parse("Date: " + header, "", "x").sentAt()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "attachment; filename=\"report.pdf\" | report.pdf",
        "attachment; filename=report.pdf | report.pdf",
        "attachment; filename=my report 2.pdf | my report 2.pdf",
        "attachment; filename=\"..\\..\\windows\\evil.exe\" | evil.exe",
        "attachment; filename=\"../../etc/passwd\" | passwd",
        "attachment; filename=\"C:\\Users\\x\\report.doc\" | report.doc",
        "attachment; filename=\"=?utf-8?q?Gr=C3=B6=C3=9Fe.pdf?=\" | Größe.pdf",
        "attachment; filename=\"=?utf-8?b?R3LDtsOf?= =?utf-8?b?ZS5wZGY=?=\" | Größe.pdf",
        "attachment; filename*=utf-8''Gr%C3%B6%C3%9Fe.pdf | Größe.pdf",
        "attachment; filename*=iso-8859-1'de'Gr%F6%DFe.pdf | Größe.pdf",
        "attachment; filename=\"x.pdf\"; filename*=utf-8''Gr%C3%B6%C3%9Fe.pdf | Größe.pdf",
        "attachment; filename*0=\"long \"; filename*1=\"name.pdf\" | long name.pdf",
        "attachment; filename*0*=utf-8''Gr%C3; filename*1*=%B6%C3%9F; filename*2=\"e.pdf\" |"
            + " Größe.pdf",
        "attachment; filename*1=\"b.pdf\"; filename*0=\"a\" | ab.pdf",
        "attachment; filename=utf-8''Gr%C3%B6%C3%9Fe.pdf | Größe.pdf",
        "attachment; filename=\"Größe.pdf\" | Größe.pdf",
        "attachment; filename=\"a\u202Efdp.exe\" | afdp.exe",
        "attachment; filename=\"a \\\"b\\\".pdf\" | a \"b\".pdf",
        "attachment; filename=\"a;b.pdf\" | a;b.pdf",
        "attachment; filename=\"never closed.pdf | never closed.pdf",
        "attachment filename=\"no semicolon.pdf\" | no semicolon.pdf",
        "attachment; filename=\"..\" | attachment.pdf",
        "attachment; filename=\"\" | attachment.pdf",
        "attachment | attachment.pdf",
      })
  void readsFileNamesInManyFormsAndMakesThemSafe(String disposition, String name) {
    Mail mail =
        parse(
            "Content-Type: application/pdf",
            "Content-Disposition: " + disposition,
            "Content-Transfer-Encoding: base64",
            "",
            "aGVsbG8gd29ybGQ=");
    assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly(name);
    assertThat(new String(mail.attachments().get(0).content(), StandardCharsets.UTF_8))
        .isEqualTo("hello world");
  }

  @Test
  void fallsBackToTheNameInContentType() {
    Mail mail = parse("Content-Type: image/png; name=\"=?utf-8?q?Bild_=C3=A4.png?=\"", "", "x");
    assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("Bild ä.png");
  }

  private Mail encoded(String encoding, String... body) {
    return parse(
        "Content-Type: application/octet-stream; name=f",
        "Content-Transfer-Encoding: " + encoding,
        "",
        String.join("\r\n", body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "base64 | aGVsbG8gd29ybGQ=",
        "BASE64 | aGVsbG8gd29ybGQ",
        "base64; | aGVs!bG8g*d29ybGQ=",
        "\"base64\" | aGVsbG8gd29ybGQ= -- footer of a list",
        "base64 | aGVsbG8=IHdvcmxk",
        "base64 | aGVs~bG8gd29ybGQ=~~-- ~footer of a list",
        "base64 | aGVsbG8gd29y~bGQx",
        "quoted-printable | hello=20world",
        "quoted-printable (as ever) | hello =~world",
        "quoted-printable | hello=~ world",
        "7-bit | hello world",
        "x-strange | hello world",
        "binary | hello world",
      })
  void decodesTransferEncodingsAsFarAsPossible(String encoding, String body) {
    byte[] content = encoded(encoding, body.split("~")).attachments().get(0).content();
    assertThat(new String(content, StandardCharsets.UTF_8))
        .startsWith("hello world")
        .hasSizeLessThan(13);
  }

  @Test
  void plainTextDeclaredAsBase64StaysAsItIs() {
    Mail mail =
        parse(
            "Content-Type: text/plain",
            "Content-Transfer-Encoding: base64",
            "",
            "Good morning, the printer on the third floor does not work.");
    assertThat(mail.text()).startsWith("Good morning, the printer");
    assertThat(mail.defects()).contains("declared as base64 but is not");
  }

  @Test
  void decodesMalformedQuotedPrintable() {
    Mail mail =
        parse(
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "Gr=c3=bc=C3=9Fe soft= ",
            " break, 100%=ZZ =",
            "end   ",
            "last=");
    assertThat(mail.text()).isEqualTo("Grüße soft break, 100%=ZZ end\nlast");
  }

  @Test
  void extractsUuencodedFilesFromTheText() {
    Mail mail =
        parse(
            "Subject: x",
            "",
            "Before.",
            "begin 644 hello.txt",
            "+:&5L;&\\@=V]R;&0 ",
            "`",
            "end",
            "After.");
    assertThat(mail.text()).isEqualTo("Before.\nAfter.");
    assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("hello.txt");
    assertThat(mail.attachments().get(0).sha256())
        .isEqualTo("b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9");
  }

  @Test
  void aSentenceStartingWithBeginIsNotAFile() {
    assertThat(parse("Subject: x", "", "begin 644 things", "and go on").text())
        .isEqualTo("begin 644 things\nand go on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\r", "\r\r\n"})
  void acceptsAnyLineEnding(String end) {
    String raw =
        String.join(
            end,
            "Subject: ends",
            "Content-Type: multipart/mixed; boundary=b",
            "",
            "--b",
            "",
            "words",
            "--b",
            "Content-Type: image/png",
            "Content-Transfer-Encoding: base64",
            "",
            "aGVsbG8gd29ybGQ=",
            "--b--",
            "");
    Mail mail = parser.parse(raw.getBytes(StandardCharsets.US_ASCII));
    assertThat(mail.subject()).isEqualTo("ends");
    assertThat(mail.text()).isEqualTo("words");
    assertThat(mail.attachments()).extracting(MailAttachment::size).containsExactly(11L);
  }

  @Test
  void readsPartsOfBrokenMultiparts() {
    assertThat(mixed("boundary=b", "--b", "", "one", "--b", "", "two").text())
        .isEqualTo("one\ntwo");
    assertThat(mixed("boundary=\"b \"", "--b", "", "one", "--b  ", "", "two", "--b--").text())
        .isEqualTo("one\ntwo");
    assertThat(
            mixed("boundary=wrong", "--x1", "Content-Type: text/plain", "", "one", "--x1--").text())
        .isEqualTo("one");
    assertThat(mixed("x=y", "--x1", "Content-Type: text/plain", "", "one", "--x1--").text())
        .isEqualTo("one");
    assertThat(mixed("x=y", "no parts at all").text()).isEqualTo("no parts at all");
    assertThat(mixed("boundary=b", "--b", "no headers, no blank line", "--b--").text())
        .isEqualTo("no headers, no blank line");
    assertThat(mixed("boundary=b", "--bb", "x", "--b", "", "one", "--b--> junk").text())
        .isEqualTo("one");
    assertThat(mixed("boundary=b", "preamble", "--b", "", "one", "--b--", "epilogue").text())
        .isEqualTo("one");
  }

  private Mail mixed(String parameter, String... body) {
    return parse("Content-Type: multipart/mixed; " + parameter, "", String.join("\r\n", body));
  }

  @Test
  void decodesAMultipartThatIsEncodedAsAWhole() {
    String inner = "--b\r\nContent-Type: text/plain\r\n\r\ninside\r\n--b--\r\n";
    Mail mail =
        parse(
            "Content-Type: multipart/mixed; boundary=b",
            "Content-Transfer-Encoding: base64",
            "",
            Base64.getMimeEncoder().encodeToString(inner.getBytes(StandardCharsets.US_ASCII)));
    assertThat(mail.text()).isEqualTo("inside");
  }

  @Test
  void ignoresStrayLinesAroundHeaders() {
    Mail mail =
        parse(
            "",
            "From jane@example.org Fri Nov 20 09:15:00 2026",
            "From: Jane <jane@example.org>",
            "this line has no name",
            "Subject : spaced",
            "To: desk@baton.example",
            "",
            "words");
    assertThat(mail.from().email()).isEqualTo("jane@example.org");
    assertThat(mail.subject()).isEqualTo("spaced");
    assertThat(mail.to()).hasSize(1);
    assertThat(mail.text()).isEqualTo("words");
  }

  @Test
  void parsesMailWithoutHeadersOrContent() {
    assertThat(parse("just words", "and more").text()).isEqualTo("just words\nand more");
    assertThat(parse("").text()).isEmpty();
    assertThat(parser.parse(new byte[0]).subject()).isEmpty();
    assertThat(parser.parse(new byte[] {0, 0, (byte) 0xFF}).from()).isNull();
    assertThat(parse("Subject: only headers").subject()).isEqualTo("only headers");
  }

  @Test
  void joinsFlowedText() {
    Mail mail =
        parse(
            "Content-Type: text/plain; format=flowed",
            "",
            "This is one ",
            "sentence.",
            " > not quoted",
            "> quoted ",
            "> words",
            "-- ",
            "Jane");
    assertThat(mail.text())
        .isEqualTo("This is one sentence.\n> not quoted\n> quoted words\n-- \nJane");
  }

  @Test
  void delSpJoinsWordsThatWereSplit() {
    Mail mail = parse("Content-Type: text/plain; format=flowed; delsp=yes", "", "プリン ", "タ");
    assertThat(mail.text()).isEqualTo("プリンタ");
  }

  @Test
  void anAttachedMessageIsNamedAfterItsSubject() throws IOException {
    Mail mail = file("forwarded.eml");
    assertThat(mail.text()).isEqualTo("Please look at this.");
    assertThat(mail.attachments())
        .extracting(MailAttachment::name, MailAttachment::type)
        .containsExactly(tuple("Störung Halle 3.eml", "message/rfc822"));
    Mail inner = parser.parse(mail.attachments().get(0).content());
    assertThat(inner.from().email()).isEqualTo("joe@example.org");
    assertThat(inner.text()).isEqualTo("Everything stands still.");
  }

  @Test
  void cryptographicSignaturesAreAttachments() {
    Mail mail =
        parse(
            "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=b",
            "",
            "--b",
            "Content-Type: text/plain",
            "",
            "signed words",
            "--b",
            "Content-Type: application/pkcs7-signature; name=smime.p7s",
            "Content-Transfer-Encoding: base64",
            "",
            "aGVsbG8gd29ybGQ=",
            "--b--");
    assertThat(mail.text()).isEqualTo("signed words");
    assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("smime.p7s");
  }

  @Test
  void extractsAttachmentsFromWinmailDat() {
    byte[] tnef = TnefBuilder.withFile("REPORT~1.TXT", "report of today.txt", "hello world");
    Mail mail =
        parse(
            "Content-Type: application/ms-tnef; name=winmail.dat",
            "Content-Transfer-Encoding: base64",
            "",
            Base64.getMimeEncoder().encodeToString(tnef));
    assertThat(mail.attachments())
        .extracting(MailAttachment::name)
        .containsExactly("winmail.dat", "report of today.txt");
    assertThat(mail.attachments().get(1).content()).asString().isEqualTo("hello world");
  }

  @Test
  void aTextPartWithAFileNameIsAnAttachment() {
    Mail mail =
        mixed(
            "boundary=b",
            "--b",
            "Content-Type: text/plain",
            "",
            "body",
            "--b",
            "Content-Type: text/plain; name=notes.txt",
            "",
            "file",
            "--b",
            "Content-Type: text/html",
            "Content-Disposition: attachment; filename=page.html",
            "",
            "<p>file</p>",
            "--b--");
    assertThat(mail.text()).isEqualTo("body");
    assertThat(mail.html()).isNull();
    assertThat(mail.attachments())
        .extracting(MailAttachment::name)
        .containsExactly("notes.txt", "page.html");
  }

  @Test
  void normalisesMessageIds() {
    Mail mail =
        parse(
            "Message-ID:  < a b@example.org > ",
            "In-Reply-To: your mail <c@example.org> of today",
            "References: d@example.org",
            " <e@example.org><f@example.org> <e@example.org>",
            "",
            "x");
    assertThat(mail.messageId()).isEqualTo("<ab@example.org>");
    assertThat(mail.inReplyTo()).containsExactly("<c@example.org>");
    assertThat(mail.references()).containsExactly("<e@example.org>", "<f@example.org>");
    assertThat(parse("Message-ID: bare@example.org", "", "x").messageId())
        .isEqualTo("<bare@example.org>");
  }

  @Test
  void limitsTheNestingOfParts() {
    StringBuilder raw = new StringBuilder("Subject: deep\r\n");
    for (int i = 0; i < 500; i++) {
      raw.append("Content-Type: multipart/mixed; boundary=b").append(i);
      raw.append("\r\n\r\n--b").append(i).append("\r\n");
    }
    Mail mail = parser.parse(raw.toString().getBytes(StandardCharsets.US_ASCII));
    assertThat(mail.subject()).isEqualTo("deep");
    assertThat(mail.defects()).contains("too many or too deeply nested parts");
  }

  @Test
  void partsOfAnyTypeBecomeAttachments() {
    List<String> types =
        List.of(
            "message/partial",
            "message/external-body",
            "application/pkcs7-mime",
            "application/applefile",
            "text/calendar",
            "text/x-patch",
            "video/mp4",
            "garbage");
    for (String type : types) {
      Mail mail =
          mixed(
              "boundary=b",
              "--b",
              "",
              "words",
              "--b",
              "Content-Type: " + type,
              "",
              "data",
              "--b--");
      assertThat(mail.attachments()).as(type).hasSize(1);
      assertThat(mail.attachments().get(0).content()).as(type).asString().isEqualTo("data");
    }
  }
}
