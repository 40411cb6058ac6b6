package dev.baton.intake.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.TextInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The stored silences, with their ends. */
@Service
@Transactional
public class Silences {

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final AuditTrail trail;
  private final Clock clock;

  Silences(JdbcClient jdbc, ObjectMapper json, AuditTrail trail, Clock clock) {
    this.trail = trail;
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** Returns the current and future silences with their errors; those that end first come first. */
  @Transactional(readOnly = true)
  public List<Silence> list() {
    return jdbc.sql("select * from monitoring_silence where ends_at > ? order by ends_at, id")
        .param(clock.instant())
        .query((row, index) -> silence(row).checked())
        .list();
  }

  /**
   * @throws InvalidInput if it matches everything, ends before it begins, or has an invalid
   *     expression
   */
  @RequiresPermission(Permission.WORK)
  public Silence create(Silence given) {
    if (given.matchers() == null || given.matchers().isEmpty()) {
      throw new InvalidInput("matchers", LocalizableText.of("refused.silence.everything"));
    }
    given.matchers().forEach(Silences::check);
    Instant from = given.from() == null ? clock.instant() : given.from();
    if (given.until() == null || !given.until().isAfter(from)) {
      throw new InvalidInput("until", LocalizableText.of("refused.silence.end"));
    }
    long id =
        jdbc.sql(
                "insert into monitoring_silence (source, matchers, starts_at, ends_at, note,"
                    + " created_by) values (?, ?, ?, ?, ?, ?) returning id")
            .params(
                given.source(),
                written(given.matchers()),
                from,
                given.until(),
                given.note(),
                given.createdBy())
            .query(Long.class)
            .single();
    record(id, "Created until %s: %s".formatted(given.until(), written(given.matchers())));
    return new Silence(
        id, given.source(), given.matchers(), from, given.until(), given.note(), given.createdBy());
  }

  /** Returns whether it existed. */
  @RequiresPermission(Permission.WORK)
  public boolean remove(long id) {
    boolean isGone = jdbc.sql("delete from monitoring_silence where id = ?").param(id).update() > 0;
    if (isGone) {
      record(id, "Ended");
    }
    return isGone;
  }

  private void record(long id, String words) {
    trail.record(
        AuditEntry.of(
            AuditKind.SETTINGS_CHANGED, "silence " + id, TextInput.shortened(words, 1_000)));
  }

  private static void check(Silence.Matcher matcher) {
    if (matcher.label() == null || matcher.label().isBlank() || matcher.value() == null) {
      throw new InvalidInput("matchers", LocalizableText.of("refused.silence.label"));
    }
    if (matcher.value().length() > 500) {
      throw new InvalidInput("matchers", LocalizableText.of("refused.silence.value"));
    }
    if (matcher.regex()) {
      LabelExpression.of(matcher.value());
    }
  }

  private String written(List<Silence.Matcher> matchers) {
    try {
      return json.writeValueAsString(matchers);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Silence silence(ResultSet row) throws SQLException {
    try {
      return new Silence(
          row.getLong("id"),
          row.getString("source"),
          json.readValue(row.getString("matchers"), new TypeReference<>() {}),
          row.getObject("starts_at", Instant.class),
          row.getObject("ends_at", Instant.class),
          row.getString("note"),
          row.getString("created_by"));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("Silence " + row.getLong("id") + " is not readable", broken);
    }
  }
}
