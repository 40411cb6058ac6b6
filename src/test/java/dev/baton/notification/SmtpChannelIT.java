package dev.baton.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.mail.Automation;
import dev.baton.mail.Mail;
import dev.baton.mail.MailAttachment;
import dev.baton.mail.MailParser;
import dev.baton.notification.delivery.DeliveryChannel;
import dev.baton.notification.delivery.OutgoingMessage;
import dev.baton.notification.delivery.OwnAddresses;
import dev.baton.notification.template.RenderedMessage;
import dev.baton.support.BatonTest;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Mail over a real socket, with a name and a password. */
@BatonTest
class SmtpChannelIT {

  private static final byte[] TEXT = "Grüße\r\n".getBytes(StandardCharsets.UTF_8);

  private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @Autowired List<DeliveryChannel> channels;
  @Autowired OwnAddresses own;
  @Autowired HealthIndicator smtpHealthIndicator;

  @BeforeAll
  static void open() {
    SERVER.setUser("desk@baton.example", "desk", "Only-4-tests!");
  }

  @AfterAll
  static void close() {
    SERVER.stop();
  }

  @BeforeEach
  void begin() throws Exception {
    SERVER.purgeEmailFromAllMailboxes();
  }

  @DynamicPropertySource
  static void mailServer(DynamicPropertyRegistry settings) {
    SERVER.start();
    settings.add("baton.mail.address", () -> "desk@baton.example");
    settings.add("baton.mail.smtp.host", () -> "127.0.0.1");
    settings.add("baton.mail.smtp.port", () -> SERVER.getSmtp().getPort());
    settings.add("baton.mail.smtp.user", () -> "desk");
    settings.add("baton.mail.smtp.password", () -> "Only-4-tests!");
    settings.add("baton.mail.smtp.tls", () -> "none");
  }

  @Test
  void whatWeSendIsReadAsWrittenAndAnsweredByNoMachine() throws Exception {
    send(1, "rita@acme.example", "مريم \"M\" <Größe> 🔥", "Störung 🔥 im Süden");

    Mail mail = new MailParser().parse(raw(SERVER.getReceivedMessages()[0]));
    assertThat(mail.subject()).isEqualTo("Störung 🔥 im Süden");
    assertThat(mail.text()).contains("Grüße aus 東京");
    assertThat(mail.to().get(0).name()).isEqualTo("مريم \"M\" <Größe> 🔥");
    assertThat(mail.to().get(0).email()).isEqualTo("rita@acme.example");
    assertThat(mail.messageId()).isEqualTo("<message.1@baton.example>");
    assertThat(mail.references()).containsExactly("<thread@baton.example>");
    assertThat(mail.automation()).isNotEqualTo(Automation.NONE);
    assertThat(mail.mayBeAnswered()).isFalse();
    assertThat(mail.loopMarks()).anyMatch(own::isOurMark);
    assertThat(mail.defects()).isEmpty();
  }

  @Test
  void keptConnectionsTakeEachMailOnce() {
    for (int number = 0; number < 40; number++) {
      send(number, "rita@acme.example", null, "Mail " + number);
    }

    assertThat(SERVER.getReceivedMessages()).hasSize(40);
    assertThat(Arrays.stream(SERVER.getReceivedMessages()).map(SmtpChannelIT::id).distinct())
        .hasSize(40);
  }

  @Test
  void whatIsNoAddressIsUndeliverableWithoutAskingTheServer() {
    assertThatThrownBy(() -> send(1, "rita at acme", null, "Mail"))
        .isInstanceOf(DeliveryChannel.Undeliverable.class);
    assertThatThrownBy(() -> send(1, "rita@acme.example\r\nBcc: eve@example.org", null, "Mail"))
        .isInstanceOf(DeliveryChannel.Undeliverable.class);
    assertThat(SERVER.getReceivedMessages()).isEmpty();
  }

  @Test
  void theHealthTellsWhetherTheServerAnswers() {
    assertThat(smtpHealthIndicator.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void filesGoAlongAsTheyAre() throws Exception {
    byte[] bytes = new byte[70_000];
    new Random(26).nextBytes(bytes);
    send(
        1,
        "rita@acme.example",
        null,
        "With files",
        new OutgoingMessage.File("Übersicht \"1\"; 東京.pdf", "application/pdf", bytes),
        new OutgoingMessage.File(
            "a\r\nBcc: eve@example.org\r\n.txt", "text/plain; charset=x\r\nBcc: eve", TEXT),
        new OutgoingMessage.File("forwarded.eml", "message/rfc822", TEXT),
        new OutgoingMessage.File("no type", null, new byte[0]));

    assertThat(SERVER.getReceivedMessages()).hasSize(1);
    Mail mail = new MailParser().parse(raw(SERVER.getReceivedMessages()[0]));
    assertThat(mail.text()).contains("Grüße aus 東京");
    assertThat(mail.attachments())
        .extracting(MailAttachment::name)
        .containsExactly(
            "Übersicht \"1\"; 東京.pdf", "a Bcc: eve@example.org .txt", "forwarded.eml", "no type");
    assertThat(mail.attachments().get(0).type()).isEqualTo("application/pdf");
    assertThat(mail.attachments().get(0).content()).isEqualTo(bytes);
    assertThat(mail.attachments().get(1).content()).isEqualTo(TEXT);
    assertThat(mail.attachments().get(2).content()).isEqualTo(TEXT);
    assertThat(mail.defects()).isEmpty();
  }

  private void send(
      long number, String address, String name, String subject, OutgoingMessage.File... files) {
    channels.stream()
        .filter(channel -> channel.kind() == ChannelKind.MAIL)
        .findFirst()
        .orElseThrow()
        .send(
            new OutgoingMessage(
                number,
                "INC-2026-000001",
                NotificationEvent.UPDATE,
                address,
                name,
                "<message." + number + "@baton.example>",
                "<thread@baton.example>",
                new RenderedMessage(subject, "Grüße aus 東京\n", "<p>Grüße aus 東京</p>"),
                List.of(files)));
  }

  private static String id(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] raw(MimeMessage mail) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    return bytes.toByteArray();
  }
}
