package dev.baton.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The desk's own entries. */
@Repository
class StoredAuditSource implements AuditSource {

  private static final String ADD =
      """
      insert into audit_entry (at, kind, actor, origin, address, subject, words, once_key)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcTemplate jdbc;

  StoredAuditSource(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(AuditRecord record) {
    jdbc.update(ADD, values(record, null));
  }

  /** Adds the entry unless there is one with its key already. */
  void addOnce(AuditRecord record, String key) {
    try {
      jdbc.update(ADD, values(record, key));
    } catch (DuplicateKeyException isThere) {
      // Another request, or another node, was first.
    }
  }

  private static Object[] values(AuditRecord record, String key) {
    return new Object[] {
      record.at(),
      record.kind().name(),
      record.actor(),
      record.origin(),
      record.address(),
      record.subject(),
      record.words(),
      key
    };
  }

  @Override
  public List<AuditRecord> newest(AuditQuery query, int most) {
    SqlConditions conditions = conditions(query);
    return jdbc.query(
        "select at, kind, actor, origin, address, subject, words from audit_entry"
            + conditions.sql()
            + " order by at desc, id desc limit ?",
        StoredAuditSource::record,
        conditions.with(most));
  }

  @Override
  public int count(AuditQuery query, int most) {
    SqlConditions conditions = conditions(query);
    Integer count =
        jdbc.queryForObject(
            "select count(*) from (select 1 from audit_entry" + conditions.sql() + " limit ?) few",
            Integer.class,
            conditions.with(most));
    return count == null ? 0 : count;
  }

  private static SqlConditions conditions(AuditQuery query) {
    return new SqlConditions()
        .between("at", query.from(), query.to())
        .when(query.kind() == null ? null : query.kind().name(), "kind = ?")
        .when(query.actor(), "actor = ?")
        .when(query.subject(), "subject = ?")
        .mention(query.text(), "subject", "words");
  }

  private static AuditRecord record(ResultSet row, int number) throws SQLException {
    return new AuditRecord(
        row.getObject("at", Instant.class),
        AuditKind.valueOf(row.getString("kind")),
        row.getString("actor"),
        row.getString("origin"),
        row.getString("address"),
        row.getString("subject"),
        row.getString("words"),
        AuditRecord.Source.DESK);
  }
}
