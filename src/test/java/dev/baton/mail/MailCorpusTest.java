package dev.baton.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.mail.html.HtmlToText;
import dev.baton.mail.reply.ReplyExtractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Parses test mails of other projects (email_reply_parser, talon, mime4j, sisimai) and compares the
 * results with theirs. Skipped if the folder beside the checkout is missing.
 */
class MailCorpusTest {

  private static final Path BESIDE_THE_CHECKOUT = Path.of("..", "shared", "data", "mail");
  private static final Set<String> NO_BOUNCE = Set.of("vacation", "feedback", "delivered");

  private final ObjectMapper json = new ObjectMapper();
  private final MailParser parser = new MailParser();

  @BeforeAll
  static void assumeCorpusExists() {
    assumeTrue(Files.isDirectory(BESIDE_THE_CHECKOUT), "no mails beside the checkout");
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(BESIDE_THE_CHECKOUT.resolve(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private List<JsonNode> expected(String collection) throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    Path file = BESIDE_THE_CHECKOUT.resolve(collection).resolve("expected.jsonl");
    for (String line : Files.readAllLines(file)) {
      cases.add(json.readTree(line));
    }
    return cases;
  }

  private static void report(String what, int right, int all) {
    System.out.printf(
        Locale.ROOT, "%s: %d of %d (%.1f %%)%n", what, right, all, 100.0 * right / all);
  }

  @Test
  void parsesEveryMailWithoutAnUnexpectedError() throws IOException {
    List<Path> mails = files(".");
    long start = System.nanoTime();
    for (Path mail : mails) {
      List<String> defects = parser.parse(Files.readAllBytes(mail)).defects();
      assertThat(defects)
          .as(mail.toString())
          .noneMatch(each -> each.startsWith("could not be read"));
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.printf("%d files read in %d ms%n", mails.size(), millis);
  }

  @Test
  void recognisesBouncesAndNoOtherNotices() throws IOException {
    int bounces = 0;
    int known = 0;
    int others = 0;
    int spared = 0;
    int permanence = 0;
    Path folder = BESIDE_THE_CHECKOUT.resolve("sisimai-bounces").resolve("raw");
    for (JsonNode one : expected("sisimai-bounces")) {
      Bounce bounce = bounceOf(folder.resolve(one.get("mail").asText()));
      List<JsonNode> recipients = new ArrayList<>();
      one.get("recipients").forEach(recipients::add);
      if (recipients.stream().anyMatch(each -> NO_BOUNCE.contains(each.get("reason").asText()))) {
        others++;
        spared += bounce == null ? 1 : 0;
        continue;
      }
      bounces++;
      known += bounce != null ? 1 : 0;
      boolean hard = recipients.stream().anyMatch(each -> each.get("hard_bounce").asBoolean());
      permanence += bounce != null && bounce.isPermanent() == hard ? 1 : 0;
    }
    report("bounces known", known, bounces);
    report("complaints, absences and successes spared", spared, others);
    report("permanence as sisimai has it", permanence, bounces);
    assertThat(known).isGreaterThanOrEqualTo((int) Math.ceil(bounces * 0.98));
    assertThat(spared).isEqualTo(others);
    for (Path ordinary : files("sisimai-bounces/raw/not")) {
      assertThat(bounceOf(ordinary)).as(ordinary.toString()).isNull();
    }
  }

  private Bounce bounceOf(Path file) throws IOException {
    Mail mail = parser.parse(Files.readAllBytes(file));
    assertThat(mail.bounce() == null || !mail.mayBeAnswered()).as(file.toString()).isTrue();
    return mail.bounce();
  }

  @Test
  void extractsRepliesAsTalonExpects() throws IOException {
    int plain = 0;
    int plainRight = 0;
    int html = 0;
    int htmlRight = 0;
    Path folder = BESIDE_THE_CHECKOUT.resolve("talon");
    for (JsonNode one : expected("talon")) {
      String input =
          one.has("input")
              ? one.get("input").asText()
              : Files.readString(folder.resolve(one.get("input_file").asText()));
      String wanted = one.get("expected_reply").asText();
      if (one.get("input_type").asText().equals("plain")) {
        plain++;
        plainRight += ReplyExtractor.ofText(input).equals(wanted.strip()) ? 1 : 0;
      } else {
        html++;
        String words = wanted.contains("<") ? HtmlToText.of(wanted) : wanted;
        htmlRight +=
            withoutBlanks(ReplyExtractor.ofHtml(input)).equals(withoutBlanks(words)) ? 1 : 0;
      }
    }
    report("talon, plain", plainRight, plain);
    report("talon, HTML", htmlRight, html);
    assertThat(plainRight).isGreaterThanOrEqualTo((int) Math.ceil(plain * 0.9));
    assertThat(htmlRight).isGreaterThanOrEqualTo((int) Math.ceil(html * 0.9));
  }

  /** Ignores rules made of dashes, too. */
  private static String withoutBlanks(String words) {
    return words.replaceAll("[\\s\\u00A0]|-----", "");
  }

  @Test
  void extractsRepliesAsEmailReplyParserExpects() throws IOException {
    List<String> wrong = new ArrayList<>();
    Path folder = BESIDE_THE_CHECKOUT.resolve("email_reply_parser");
    List<JsonNode> cases = expected("email_reply_parser");
    for (JsonNode one : cases) {
      String text = Files.readString(folder.resolve(one.get("file").asText()));
      String reply = withoutTrailingBlanks(ReplyExtractor.ofText(text.replace("\r\n", "\n")));
      if (!isAsExpected(reply, one)) {
        wrong.add(one.get("file").asText());
      }
    }
    report("email_reply_parser", cases.size() - wrong.size(), cases.size());
    assertThat(wrong).hasSizeLessThanOrEqualTo(cases.size() / 10);
  }

  /** The reply contains every fragment that is neither hidden nor quoted, and no other. */
  private static boolean isAsExpected(String reply, JsonNode one) {
    if (one.has("visible_text")) {
      return reply.equals(withoutTrailingBlanks(one.get("visible_text").asText()));
    }
    boolean right = true;
    for (String index : fragments(one)) {
      boolean own = !flag(one, "hidden", index) && !flag(one, "quoted", index);
      own &= !saysQuoted(one, index);
      String text = one.path("fragment_text").path(index).asText("").strip();
      String regex = one.path("fragment_regex").path(index).asText("");
      if (!text.isEmpty()) {
        right &= reply.contains(withoutTrailingBlanks(text)) == own;
      } else if (!regex.isEmpty()) {
        right &= Pattern.compile(regex, Pattern.MULTILINE).matcher(reply).find() == own;
      }
    }
    return right;
  }

  private static Set<String> fragments(JsonNode one) {
    Set<String> indexes = new HashSet<>();
    one.path("fragment_text").fieldNames().forEachRemaining(indexes::add);
    one.path("fragment_regex").fieldNames().forEachRemaining(indexes::add);
    return indexes;
  }

  private static boolean flag(JsonNode one, String name, String index) {
    return one.path(name).path(Integer.parseInt(index)).asBoolean(false)
        || name.equals("hidden")
            && one.path("signature").path(Integer.parseInt(index)).asBoolean(false);
  }

  /** If no flags are listed, all fragments but the first are quoted. */
  private static boolean saysQuoted(JsonNode one, String index) {
    return !one.has("hidden") && !index.equals("0");
  }

  private static String withoutTrailingBlanks(String text) {
    return text.replaceAll("[ \\t\\u00A0]+\\n", "\n").strip();
  }

  @Test
  void partsAreDecodedAsMime4jDecodesThem() throws IOException {
    int all = 0;
    int found = 0;
    for (Path message : files("mime4j")) {
      if (!message.toString().endsWith(".msg")) {
        continue;
      }
      Set<String> ours = new HashSet<>();
      StringBuilder words = new StringBuilder();
      collect(parser.parse(Files.readAllBytes(message)), ours, words, 0);
      for (Path part : decodedPartsOf(message)) {
        byte[] content = Files.readAllBytes(part);
        String text = withoutBlanks(new String(content, StandardCharsets.ISO_8859_1));
        all++;
        found += ours.contains(sha256(content)) || words.indexOf(text) >= 0 ? 1 : 0;
      }
    }
    report("parts of mime4j found", found, all);
    assertThat(found).isGreaterThanOrEqualTo((int) Math.ceil(all * 0.8));
  }

  /** Includes the content of attached messages. */
  private void collect(Mail mail, Set<String> hashes, StringBuilder words, int depth) {
    byte[] latin = mail.text().getBytes(StandardCharsets.ISO_8859_1);
    words.append(withoutBlanks(new String(latin, StandardCharsets.ISO_8859_1)));
    for (MailAttachment file : mail.attachments()) {
      hashes.add(file.sha256());
      words.append(withoutBlanks(new String(file.content(), StandardCharsets.ISO_8859_1)));
      if (file.type().startsWith("message/") && depth < 5) {
        collect(parser.parse(file.content()), hashes, words, depth + 1);
      }
    }
  }

  private static List<Path> decodedPartsOf(Path message) throws IOException {
    String name = message.getFileName().toString().replace(".msg", "_decoded_");
    try (Stream<Path> beside = Files.list(message.getParent())) {
      return beside.filter(file -> file.getFileName().toString().startsWith(name)).toList();
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
