package dev.baton.intake.monitoring;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.intake.monitoring.MonitoringSource.Mapping;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The programs that may send alerts, each with its own token. */
@Service
@Transactional
public class MonitoringSources {

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final AuditTrail trail;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  MonitoringSources(
      JdbcClient jdbc,
      ObjectMapper json,
      ClientDirectory clients,
      StaffDirectory staff,
      AuditTrail trail,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clients = clients;
    this.staff = staff;
    this.trail = trail;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<MonitoringSource> list() {
    return jdbc.sql("select settings from monitoring_source order by code")
        .query((row, index) -> read(row.getString("settings")))
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<MonitoringSource> find(String code) {
    return jdbc.sql("select settings from monitoring_source where code = ?")
        .param(code)
        .query((row, index) -> read(row.getString("settings")))
        .optional();
  }

  /**
   * Registers it, or brings it up to date.
   *
   * @return a token, to be shown once: for a new source, or where one is asked for
   * @throws InvalidInput for the first field that cannot be accepted
   */
  @RequiresPermission(Permission.ADMINISTER)
  public Optional<String> keep(MonitoringSource source, boolean newToken) {
    check(source);
    boolean known = find(source.code()).isPresent();
    Instant now = clock.instant();
    String settings = written(source);
    if (known && !newToken) {
      jdbc.sql(
              "update monitoring_source set client = ?, settings = ?, changed_at = ?"
                  + " where code = ?")
          .params(source.client(), settings, now, source.code())
          .update();
      record(AuditKind.SETTINGS_CHANGED, source, "Brought up to date");
      return Optional.empty();
    }
    String token = "bm_" + random();
    jdbc.sql(
            """
            insert into monitoring_source (code, client, settings, token_hash, changed_at)
            values (?, ?, ?, ?, ?) on duplicate key update client = values(client),
              settings = values(settings), token_hash = values(token_hash),
              changed_at = values(changed_at)
            """)
        .params(source.code(), source.client(), settings, hash(token), now)
        .update();
    record(AuditKind.TOKEN_CHANGED, source, "Got a new token");
    return Optional.of(token);
  }

  private void record(AuditKind kind, MonitoringSource source, String what) {
    trail.record(AuditEntry.of(kind, "monitoring source " + source.code(), what));
  }

  /** Returns the source if the token belongs to it. */
  @Transactional(readOnly = true)
  public Optional<MonitoringSource> authenticate(String code, String token) {
    Optional<String> known =
        jdbc.sql("select token_hash from monitoring_source where code = ?")
            .param(code)
            .query(String.class)
            .optional();
    byte[] given = hash(token).getBytes(StandardCharsets.US_ASCII);
    byte[] wanted = known.orElseGet(() -> hash("")).getBytes(StandardCharsets.US_ASCII);
    boolean right = MessageDigest.isEqual(given, wanted);
    return right && known.isPresent() ? find(code) : Optional.empty();
  }

  private void check(MonitoringSource source) {
    if (!source.code().matches("[a-z0-9][a-z0-9-]{1,59}")
        || List.of("sources", "silences").contains(source.code())) {
      throw new InvalidInput("code", LocalizableText.of("refused.monitoring.code"));
    }
    ClientView client =
        clients
            .find(source.client())
            .orElseThrow(
                () -> new InvalidInput("client", LocalizableText.of("refused.monitoring.client")));
    if (source.service() != null && clients.service(client.id(), source.service()).isEmpty()) {
      throw new InvalidInput(
          "service", LocalizableText.of("refused.monitoring.service", client.name()));
    }
    if (source.team() != null && staff.team(source.team()).isEmpty()) {
      throw new InvalidInput("team", LocalizableText.of("refused.monitoring.team"));
    }
    if (source.mapping() != null) {
      check(source.mapping());
    }
  }

  private static void check(Mapping mapping) {
    pointer("mapping.fingerprint", mapping.fingerprint(), true);
    pointer("mapping.subject", mapping.subject(), true);
    pointer("mapping.alerts", mapping.alerts(), false);
    pointer("mapping.status", mapping.status(), false);
    pointer("mapping.severity", mapping.severity(), false);
    pointer("mapping.description", mapping.description(), false);
    mapping.labels().values().forEach(value -> pointer("mapping.labels", value, true));
  }

  private static void pointer(String field, String value, boolean required) {
    if (value == null && !required) {
      return;
    }
    try {
      JsonPointer.compile(value == null ? "?" : value);
    } catch (IllegalArgumentException wrong) {
      throw new InvalidInput(field, LocalizableText.of("refused.monitoring.pointer"));
    }
  }

  private String random() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  private String written(MonitoringSource source) {
    try {
      return json.writeValueAsString(source);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private MonitoringSource read(String settings) {
    try {
      return json.readValue(settings, MonitoringSource.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A monitoring source is not readable", broken);
    }
  }
}
