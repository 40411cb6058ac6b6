package dev.baton.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.baton.notification.delivery.DeliveryChannel;
import dev.baton.notification.delivery.OutgoingMessage;
import dev.baton.notification.delivery.Webhook;
import dev.baton.notification.delivery.Webhook.Shape;
import dev.baton.notification.delivery.Webhooks;
import dev.baton.notification.template.RenderedMessage;
import dev.baton.support.BatonTest;
import dev.baton.support.DribblingServer;
import dev.baton.web.validation.InvalidInput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages to a chat tool, over a real socket. */
@BatonTest
class WebhookChannelIT {

  private static final Duration PACE = Duration.ofMillis(200);
  private static final String SECRET = "a-secret-of-the-tests";

  @Autowired List<DeliveryChannel> channels;
  @Autowired Webhooks webhooks;
  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transactions;

  private final String code = "chat-" + UUID.randomUUID().toString().substring(0, 8);
  private final List<Map<String, String>> received = new ArrayList<>();
  private HttpServer chat;
  private int answer = 200;

  @BeforeEach
  void aChatTool() throws IOException {
    chat = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    chat.createContext("/", this::take);
    chat.start();
  }

  @AfterEach
  void close() {
    chat.stop(0);
    webhooks.remove(code);
  }

  @Test
  void eachDeliveryIsSignedAndNamesItsMessage() throws Exception {
    keep(Shape.BATON);

    assertThat(channel().send(message("Printer \uD83D\uDD25", "It burns")))
        .isEqualTo(DeliveryChannel.Handover.DELIVERED);

    Map<String, String> request = received.get(0);
    JsonNode body = new ObjectMapper().readTree(request.get("body"));
    assertThat(body.at("/subject").asText()).isEqualTo("Printer \uD83D\uDD25");
    assertThat(body.at("/incident").asText()).isEqualTo("INC-2026-000001");
    assertThat(request.get("Baton-Delivery")).isEqualTo("42");
    String[] signature = request.get("Baton-Signature").split("[=,]");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(signature[3])
        .isEqualTo(
            HexFormat.of()
                .formatHex(
                    mac.doFinal(
                        (signature[1] + "." + request.get("body"))
                            .getBytes(StandardCharsets.UTF_8))));
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void whatAClientWritesMentionsNobodyAndBreaksNothing(Shape shape) throws IOException {
    keep(shape);

    channel().send(message("<!channel> @here *bold* \"q\" \\", "a & b\nnew line"));

    String body = received.get(0).get("body");
    assertThat(new ObjectMapper().readTree(body).isObject()).isTrue();
    if (shape != Shape.BATON) {
      assertThat(body).doesNotContain("<!channel>");
    }
    if (shape == Shape.MATTERMOST || shape == Shape.TEAMS) {
      assertThat(body).doesNotContain("@here");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 410})
  void whatIsRefusedForGoodIsUndeliverable(int status) {
    keep(Shape.BATON);
    answer = status;

    assertThatExceptionOfType(DeliveryChannel.Undeliverable.class)
        .isThrownBy(() -> channel().send(message("a", "b")))
        .withMessageContaining(String.valueOf(status));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 408, 429, 500, 503})
  void whatMayGoLaterIsTriedAgain(int status) {
    keep(Shape.BATON);
    answer = status;

    assertThatExceptionOfType(DeliveryChannel.ChannelDown.class)
        .isThrownBy(() -> channel().send(message("a", "b")));
    assertThat(((HealthIndicator) channel()).health().getStatus()).isEqualTo(Status.DOWN);

    answer = 200;
    channel().send(message("a", "b"));
    assertThat(((HealthIndicator) channel()).health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void aServerThatIsGoneIsTriedAgainAndAMissingWebhookIsNot() {
    keep(Shape.BATON);
    chat.stop(0);
    assertThatExceptionOfType(DeliveryChannel.ChannelDown.class)
        .isThrownBy(() -> channel().send(message("a", "b")));

    webhooks.remove(code);
    assertThatExceptionOfType(DeliveryChannel.Undeliverable.class)
        .isThrownBy(() -> channel().send(message("a", "b")))
        .withMessageContaining(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://a.example/", "https://user:word@a.example/", "/hooks", "http://"})
  void onlyWebAddressesAreTaken(String url) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () -> webhooks.keep(new Webhook(code, url, SECRET, Shape.BATON, null, null, true)))
        .withMessageContaining("https://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.2:8080/",
        "http://localhost.localhost/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[::ffff:127.0.0.2]/",
        "http://[::10.0.0.1]/",
        "http://[fd00::1]/",
        "http://[fe80::1]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
        "http://[64:ff9b::a00:1]/",
        "http://[2002:a00:1::]/",
        "http://[::]/",
        "http://0.0.0.0/",
        "http://0.1.2.3/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://198.18.0.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://2130706433/",
        "http://0x7f000002/",
        "http://0x7f.0.0.2/",
        "http://0177.0.0.2/",
        "http://127.2/",
        "https://chat.example.com:25/",
        "https://8.8.8.8:22/"
      })
  void anAddressOfAPrivateNetworkIsNotKept(String url) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () -> webhooks.keep(new Webhook(code, url, SECRET, Shape.BATON, null, null, true)))
        .matches(refusal -> refusal.field().equals("url"));
  }

  @Test
  void aNameThatLeadsIntoAPrivateNetworkIsNotConnectedTo() throws IOException {
    HttpServer inside = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
    inside.createContext("/", this::take);
    inside.start();
    try {
      keep(Shape.BATON);
      // Kept before the rule, or by a name whose answer changed since.
      transactions.executeWithoutResult(
          all ->
              database.update(
                  "update webhook set url = ? where code = ?",
                  "http://127.0.0.2:" + inside.getAddress().getPort() + "/",
                  code));

      assertThatExceptionOfType(DeliveryChannel.ChannelDown.class)
          .isThrownBy(() -> channel().send(message("a", "b")))
          .withMessageContaining("private network");
      assertThat(received).isEmpty();
    } finally {
      inside.stop(0);
    }
  }

  @Test
  void aRedirectIsNotFollowed() {
    keep(Shape.BATON);
    answer = 307;

    assertThatExceptionOfType(DeliveryChannel.ChannelDown.class)
        .isThrownBy(() -> channel().send(message("a", "b")))
        .withMessageContaining("307");
    assertThat(received).hasSize(1);
  }

  /** Each byte comes well within the limit of a single read, and there is no last one. */
  @Test
  void anAnswerThatDribblesIsLeftAndTheMessageGoesLater() throws IOException {
    try (DribblingServer server =
        new DribblingServer(PACE, it -> it.dribbles("HTTP/1.1 200 OKAY"))) {
      keepAt(server.port());

      assertTimeoutPreemptively(
          Duration.ofMinutes(1),
          () ->
              assertThatExceptionOfType(DeliveryChannel.ChannelDown.class)
                  .isThrownBy(() -> channel().send(message("a", "b"))));
      await().until(() -> !server.isTalking());
    }
  }

  @Test
  void ofAnAnswerItsStatusCountsHoweverSlowlyTheRestComes() throws IOException {
    DribblingServer.Talk talk =
        it -> {
          it.says("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
          it.dribbles("and on");
        };
    try (DribblingServer server = new DribblingServer(PACE, talk)) {
      keepAt(server.port());

      assertTimeoutPreemptively(
          Duration.ofMinutes(1),
          () ->
              assertThat(channel().send(message("a", "b")))
                  .isEqualTo(DeliveryChannel.Handover.DELIVERED));
      await().until(() -> !server.isTalking());
    }
  }

  private void keepAt(int port) {
    String url = "http://127.0.0.1:" + port + "/hooks/abc";
    webhooks.keep(new Webhook(code, url, SECRET, Shape.BATON, null, null, true));
  }

  private void take(HttpExchange exchange) throws IOException {
    received.add(
        Map.of(
            "body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            "Baton-Delivery", exchange.getRequestHeaders().getFirst("Baton-Delivery"),
            "Baton-Signature", exchange.getRequestHeaders().getFirst("Baton-Signature")));
    exchange.getResponseHeaders().set("Location", "/again");
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }

  private void keep(Shape shape) {
    String url = "http://127.0.0.1:" + chat.getAddress().getPort() + "/hooks/abc";
    webhooks.keep(new Webhook(code, url, SECRET, shape, null, null, true));
  }

  private DeliveryChannel channel() {
    return channels.stream()
        .filter(channel -> channel.kind() == ChannelKind.WEBHOOK)
        .findFirst()
        .orElseThrow();
  }

  private OutgoingMessage message(String subject, String text) {
    return new OutgoingMessage(
        42,
        "INC-2026-000001",
        NotificationEvent.RECEIVED,
        code,
        null,
        "<a@b>",
        "<c@d>",
        new RenderedMessage(subject, text, "<p></p>"),
        List.of());
  }
}
