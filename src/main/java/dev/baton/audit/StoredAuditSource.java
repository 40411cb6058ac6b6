package dev.baton.audit;

import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The desk's own entries. */
@Repository
class StoredAuditSource implements AuditSource {

  private final JdbcClient jdbc;

  StoredAuditSource(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AuditRecord record) {
    add(record, null);
  }

  /** Adds the entry unless there is one with its key already. */
  void addOnce(AuditRecord record, String key) {
    try {
      add(record, key);
    } catch (DuplicateKeyException isThere) {
      // Another request, or another node, was first.
    }
  }

  private void add(AuditRecord record, String key) {
    jdbc.sql(
            """
            insert into audit_entry (at, kind, actor, origin, address, subject, words, once_key)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(record.at(), record.kind().name(), record.actor(), record.origin())
        .params(record.address(), record.subject(), record.words(), key)
        .update();
  }

  @Override
  public List<AuditRecord> newest(AuditQuery query, int most) {
    SqlConditions conditions = conditions(query);
    return jdbc.sql(
            "select at, kind, actor, origin, address, subject, words, 'DESK' source"
                + " from audit_entry"
                + conditions.sql()
                + " order by at desc, id desc limit ?")
        .params(conditions.with(most))
        .query(AuditRecord.class)
        .list();
  }

  @Override
  public int count(AuditQuery query, int most) {
    SqlConditions conditions = conditions(query);
    return jdbc.sql(
            "select count(*) from (select 1 from audit_entry" + conditions.sql() + " limit ?) few")
        .params(conditions.with(most))
        .query(Integer.class)
        .single();
  }

  private static SqlConditions conditions(AuditQuery query) {
    return new SqlConditions()
        .between("at", query.from(), query.to())
        .when(query.kind() == null ? null : query.kind().name(), "kind = ?")
        .when(query.actor(), "actor = ?")
        .when(query.subject(), "subject = ?")
        .mention(query.text(), "subject", "words");
  }
}
