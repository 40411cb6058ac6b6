package dev.baton.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Parses every file in a folder as a mail and writes one line of JSON for each. Set {@code
 * -Dbaton.mails=DIR}, and optionally {@code -Dbaton.mails.out=FILE} (target/mails.jsonl).
 */
@EnabledIfSystemProperty(named = "baton.mails", matches = ".+")
class MailFolderTest {

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void writesOneLineForEachMail() throws IOException {
    Path folder = Path.of(System.getProperty("baton.mails"));
    Path out = Path.of(System.getProperty("baton.mails.out", "target/mails.jsonl"));
    List<Path> mails;
    try (Stream<Path> files = Files.walk(folder)) {
      mails = files.filter(Files::isRegularFile).sorted().toList();
    }
    if (out.toAbsolutePath().getParent() != null) {
      Files.createDirectories(out.toAbsolutePath().getParent());
    }
    MailParser parser = new MailParser();
    int written = 0;
    try (BufferedWriter lines = Files.newBufferedWriter(out)) {
      for (Path file : mails) {
        Mail mail = parser.parse(Files.readAllBytes(file));
        lines.write(json.writeValueAsString(line(folder.relativize(file).toString(), mail)));
        lines.write('\n');
        written++;
      }
    }
    System.out.println(written + " mails read into " + out.toAbsolutePath());
    assertThat(written).isEqualTo(mails.size());
  }

  private ObjectNode line(String file, Mail mail) {
    ObjectNode line = json.createObjectNode();
    line.put("file", file.isEmpty() ? "." : file.replace('\\', '/'));
    line.put("from", mail.from() == null ? null : mail.from().name());
    line.put("fromEmail", mail.from() == null ? null : mail.from().email());
    line.set("to", emails(mail.to()));
    line.set("cc", emails(mail.cc()));
    line.put("subject", mail.subject());
    line.put("text", mail.text());
    line.put("html", mail.html());
    ArrayNode attachments = line.putArray("attachments");
    for (MailAttachment attached : mail.attachments()) {
      attachments
          .addObject()
          .put("name", attached.name())
          .put("type", attached.type())
          .put("size", attached.size())
          .put("sha256", attached.sha256());
    }
    line.put("autoReply", isAutomaticAnswer(mail));
    line.put("bounce", mail.bounce() != null);
    line.put("loop", !mail.mayBeAnswered());
    return line;
  }

  private ArrayNode emails(List<MailAddress> addresses) {
    ArrayNode emails = json.createArrayNode();
    addresses.forEach(address -> emails.add(address.email()));
    return emails;
  }

  private static boolean isAutomaticAnswer(Mail mail) {
    boolean automatic =
        mail.automation() == Automation.AUTO_REPLY
            || mail.automation() == Automation.AUTO_GENERATED;
    return automatic && mail.bounce() == null;
  }
}
