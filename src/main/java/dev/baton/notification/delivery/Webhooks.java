package dev.baton.notification.delivery;

import static java.util.stream.Collectors.toSet;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.engine.ActingPerson;
import dev.baton.notification.delivery.Webhook.Shape;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The webhooks of the desk, its teams and its clients. */
@Service
public class Webhooks {

  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int SHORTEST_SECRET = 16;
  private static final String SELECT =
      """
      select w.code, w.url, w.secret, w.shape, w.client_id, w.team, w.active from webhook w
      """;

  private final JdbcClient jdbc;
  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final ActingPerson actingPerson;
  private final AuditTrail trail;
  private final Clock clock;
  private final WebhookTargets targets;

  Webhooks(
      JdbcClient jdbc,
      ClientDirectory clients,
      StaffDirectory staff,
      ActingPerson actingPerson,
      AuditTrail trail,
      Clock clock,
      WebhookTargets targets) {
    this.jdbc = jdbc;
    this.clients = clients;
    this.staff = staff;
    this.actingPerson = actingPerson;
    this.trail = trail;
    this.clock = clock;
    this.targets = targets;
  }

  @Transactional(readOnly = true)
  public List<Webhook> list() {
    return found(" order by w.code");
  }

  @Transactional(readOnly = true)
  public Optional<Webhook> find(String code) {
    return found(" where w.code = ?", code).stream().findFirst();
  }

  /** Returns the active webhooks of a client. */
  @Transactional(readOnly = true)
  public List<Webhook> ofClient(String client) {
    return clients.find(client).stream()
        .filter(found -> found.code().equalsIgnoreCase(client))
        .flatMap(
            found ->
                found(" where w.client_id = ? and w.active order by w.code", found.id()).stream())
        .toList();
  }

  /** Returns the active webhooks of a team; for null, those of the desk itself. */
  @Transactional(readOnly = true)
  public List<Webhook> ofTeam(String team) {
    return found(" where w.client_id is null and w.team <=> ? and w.active order by w.code", team);
  }

  /**
   * Registers or changes a webhook; a null secret keeps the present one.
   *
   * @throws InvalidInput naming the invalid field
   */
  @Transactional
  @RequiresPermission(Permission.ADMINISTER)
  public Webhook keep(Webhook given) {
    Webhook webhook = checked(given);
    jdbc.sql(
            """
            insert into webhook
              (code, url, secret, shape, client_id, team, active, changed_by, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update url = value(url), secret = value(secret), shape = value(shape),
              client_id = value(client_id), team = value(team), active = value(active),
              changed_by = value(changed_by), changed_at = value(changed_at)
            """)
        .params(
            webhook.code(),
            webhook.url(),
            webhook.secret(),
            webhook.shape().name(),
            clientId(webhook.client()),
            webhook.team(),
            webhook.active(),
            actingPerson.current().name(),
            clock.instant())
        .update();
    record(webhook.code(), "Registered or updated");
    return webhook;
  }

  @Transactional
  @RequiresPermission(Permission.ADMINISTER)
  public boolean remove(String code) {
    boolean isGone = jdbc.sql("delete from webhook where code = ?").param(code).update() == 1;
    if (isGone) {
      record(code, "Removed");
    }
    return isGone;
  }

  private void record(String code, String what) {
    trail.record(AuditEntry.of(AuditKind.SETTINGS_CHANGED, "webhook " + code, what));
  }

  private Webhook checked(Webhook given) {
    if (!CODE.matcher(given.code()).matches() || given.code().length() > 64) {
      throw new InvalidInput("code", LocalizableText.of("refused.webhook.code"));
    }
    checkUrl(given.url());
    if (given.client() != null && given.team() != null) {
      throw new InvalidInput("team", LocalizableText.of("refused.webhook.both"));
    }
    if (given.team() != null && staff.team(given.team()).isEmpty()) {
      throw new InvalidInput("team", LocalizableText.of("refused.webhook.team", given.team()));
    }
    String secret =
        given.secret() == null
            ? find(given.code()).map(Webhook::secret).orElse(null)
            : given.secret();
    if (secret == null || secret.length() < SHORTEST_SECRET || secret.length() > 200) {
      throw new InvalidInput("secret", LocalizableText.of("refused.webhook.secret"));
    }
    return new Webhook(
        given.code(),
        given.url(),
        secret,
        given.shape(),
        given.client(),
        given.team(),
        given.active());
  }

  private void checkUrl(String url) {
    try {
      URI address = new URI(url);
      boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      if (isWeb
          && address.getHost() != null
          && address.getUserInfo() == null
          && url.length() <= 1000) {
        targets.check(address);
        return;
      }
    } catch (URISyntaxException e) {
      // Reported below, in words.
    }
    throw new InvalidInput("url", LocalizableText.of("refused.webhook.url"));
  }

  private Long clientId(String code) {
    return code == null
        ? null
        : clients
            .find(code)
            .orElseThrow(
                () ->
                    new InvalidInput("client", LocalizableText.of("refused.webhook.client", code)))
            .id();
  }

  private record StoredWebhook(
      String code,
      String url,
      String secret,
      Shape shape,
      Long clientId,
      String team,
      boolean active) {

    private Webhook of(String client) {
      return new Webhook(code, url, secret, shape, client, team, active);
    }
  }

  private List<Webhook> found(String which, Object... values) {
    List<StoredWebhook> stored =
        jdbc.sql(SELECT + which).params(values).query(StoredWebhook.class).list();
    Map<Long, ClientView> owners =
        clients.clients(
            stored.stream().map(StoredWebhook::clientId).filter(Objects::nonNull).collect(toSet()));
    return stored.stream()
        .map(each -> each.of(each.clientId() == null ? null : owners.get(each.clientId()).code()))
        .toList();
  }
}
