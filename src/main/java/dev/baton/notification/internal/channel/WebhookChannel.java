package dev.baton.notification.internal.channel;

import dev.baton.notification.Channel;
import dev.baton.notification.ChannelKind;
import dev.baton.notification.Outgoing;
import dev.baton.notification.Reader;
import dev.baton.notification.Webhook;
import dev.baton.notification.Webhooks;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Messages as signed JSON. The header {@code Baton-Signature: t=…,v1=…} holds the second and the
 * HMAC-SHA256, in hexadecimal, of second, full stop and body; {@code Baton-Delivery} is the same at
 * each try of one message. The address of a message is the webhook's code.
 */
@Component("webhook")
class WebhookChannel implements Channel, HealthIndicator {

  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofSeconds(10);

  /** The other side will never take it. */
  private static final Set<Integer> FINAL = Set.of(400, 401, 403, 404, 405, 410, 413, 415, 422);

  private final Webhooks webhooks;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(TO_CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Map<String, String> failing = new ConcurrentHashMap<>();

  WebhookChannel(Webhooks webhooks, Clock clock) {
    this.webhooks = webhooks;
    this.clock = clock;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.WEBHOOK;
  }

  /** The client's own for its people; for the desk's the team's, or else the desk's. */
  @Override
  public Optional<String> addressOf(Reader reader) {
    Stream<Webhook> found =
        reader.audience().isOutside()
            ? webhooks.ofClient(reader.client()).stream()
            : Stream.concat(
                reader.team() == null ? Stream.empty() : webhooks.ofTeam(reader.team()).stream(),
                webhooks.ofTeam(null).stream());
    return found.map(Webhook::code).findFirst();
  }

  @Override
  public Handover send(Outgoing message) {
    Webhook webhook =
        webhooks
            .find(message.address())
            .filter(Webhook::active)
            .orElseThrow(() -> new Undeliverable("There is no webhook " + message.address() + "."));
    try {
      deliver(webhook, message);
      failing.remove(webhook.code());
      return Handover.DELIVERED;
    } catch (Undeliverable | ChannelDown e) {
      failing.put(webhook.code(), e.getMessage());
      throw e;
    }
  }

  private void deliver(Webhook webhook, Outgoing message) {
    String body = WebhookBody.of(webhook.shape(), message);
    long second = clock.instant().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(webhook.url()))
            .timeout(TO_ANSWER)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Baton-Delivery", String.valueOf(message.notification()))
            .header("Baton-Signature", "t=%d,v1=%s".formatted(second, sign(webhook, second, body)))
            .POST(BodyPublishers.ofString(body))
            .build();
    int status;
    try {
      // The limit of time ends with the headers: a body that trickles in is not read at all.
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      status = answer.statusCode();
      answer.body().close();
    } catch (IOException e) {
      throw new ChannelDown("No answer of " + webhook.code() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelDown("Interrupted while " + webhook.code() + " was asked", e);
    }
    if (FINAL.contains(status)) {
      throw new Undeliverable(webhook.code() + " answered " + status + ".");
    }
    if (status / 100 != 2) {
      throw new ChannelDown(webhook.code() + " answered " + status + ".", null);
    }
  }

  private static String sign(Webhook webhook, long second, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(webhook.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal((second + "." + body).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  /** Which webhooks refused or did not answer last, as this node saw it. */
  @Override
  public Health health() {
    return failing.isEmpty()
        ? Health.up().build()
        : Health.down().withDetail("failing", new TreeMap<>(failing)).build();
  }
}
