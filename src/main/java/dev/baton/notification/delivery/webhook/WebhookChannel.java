package dev.baton.notification.delivery.webhook;

import dev.baton.notification.ChannelKind;
import dev.baton.notification.Recipient;
import dev.baton.notification.delivery.DeliveryChannel;
import dev.baton.notification.delivery.OutgoingMessage;
import dev.baton.notification.delivery.Webhook;
import dev.baton.notification.delivery.WebhookTargets;
import dev.baton.notification.delivery.Webhooks;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Sends messages as signed JSON. The header {@code Baton-Signature: t=…,v1=…} holds the second and
 * the HMAC-SHA256, in hexadecimal, of second, full stop and body; {@code Baton-Delivery} is the
 * same at each attempt for one message. The address of a message is the webhook's code.
 */
@Component("webhook")
class WebhookChannel implements DeliveryChannel, HealthIndicator {

  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofSeconds(10);

  /** The total time limit, whatever the other side does; well below the lock time of a job. */
  private static final Duration IN_ALL = Duration.ofSeconds(15);

  /** Status codes with which the other side refuses for good. */
  private static final Set<Integer> FINAL = Set.of(400, 401, 403, 404, 405, 410, 413, 415, 422);

  private final Webhooks webhooks;
  private final WebhookTargets targets;
  private final Clock clock;
  private final CloseableHttpClient http;
  private final ScheduledExecutorService ends =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "webhook-ends");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<String, String> failing = new ConcurrentHashMap<>();

  WebhookChannel(Webhooks webhooks, WebhookTargets targets, Clock clock) {
    this.webhooks = webhooks;
    this.targets = targets;
    this.clock = clock;
    this.http = client(targets);
  }

  /** Connects to exactly the addresses that were checked, and follows no redirects. */
  private static CloseableHttpClient client(WebhookTargets targets) {
    DnsResolver checked =
        new SystemDefaultDnsResolver() {
          @Override
          public InetAddress[] resolve(String host) throws UnknownHostException {
            return targets.resolve(host);
          }
        };
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(checked)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(TO_CONNECT))
                        .setSocketTimeout(Timeout.of(TO_ANSWER))
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom().setResponseTimeout(Timeout.of(TO_ANSWER)).build())
        .setConnectionReuseStrategy((request, response, context) -> false)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  @PreDestroy
  void close() throws IOException {
    ends.shutdownNow();
    http.close();
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.WEBHOOK;
  }

  /**
   * Returns the client's own webhook for the client's people; for the desk's people, the team's, or
   * else the desk's.
   */
  @Override
  public Optional<String> addressOf(Recipient recipient) {
    Stream<Webhook> found =
        recipient.audience().isOutside()
            ? webhooks.ofClient(recipient.client()).stream()
            : Stream.concat(
                recipient.team() == null
                    ? Stream.empty()
                    : webhooks.ofTeam(recipient.team()).stream(),
                webhooks.ofTeam(null).stream());
    return found.map(Webhook::code).findFirst();
  }

  @Override
  public Handover send(OutgoingMessage message) {
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

  private void deliver(Webhook webhook, OutgoingMessage message) {
    String body = WebhookPayload.of(webhook.shape(), message);
    long second = clock.instant().getEpochSecond();
    HttpPost request = new HttpPost(URI.create(webhook.url()));
    request.setHeader("Baton-Delivery", String.valueOf(message.notification()));
    request.setHeader(
        "Baton-Signature", "t=%d,v1=%s".formatted(second, sign(webhook, second, body)));
    request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
    int status = answer(webhook, request);
    if (FINAL.contains(status)) {
      throw new Undeliverable(webhook.code() + " answered " + status + ".");
    }
    if (status / 100 != 2) {
      throw new ChannelDown(webhook.code() + " answered " + status + ".", null);
    }
  }

  /** Reads only the status: the body says nothing about the delivery and could arrive slowly. */
  private int answer(Webhook webhook, HttpPost request) {
    AtomicInteger status = new AtomicInteger();
    ScheduledFuture<?> end =
        ends.schedule(request::cancel, IN_ALL.toMillis(), TimeUnit.MILLISECONDS);
    try {
      targets.resolve(request.getAuthority().getHostName()); // an address is not looked up again
      http.execute(
          request,
          response -> {
            status.set(response.getCode());
            request.cancel();
            return null;
          });
    } catch (IOException e) {
      if (status.get() == 0) {
        throw new ChannelDown("No answer of " + webhook.code() + ": " + e.getMessage(), e);
      }
    } finally {
      end.cancel(false);
    }
    return status.get();
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

  /** The webhooks that last refused or did not answer, as seen by this node. */
  @Override
  public Health health() {
    return failing.isEmpty()
        ? Health.up().build()
        : Health.down().withDetail("failing", new TreeMap<>(failing)).build();
  }
}
