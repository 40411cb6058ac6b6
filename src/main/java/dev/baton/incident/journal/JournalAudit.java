package dev.baton.incident.journal;

import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditQuery;
import dev.baton.audit.AuditRecord;
import dev.baton.audit.AuditSource;
import dev.baton.audit.SqlConditions;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The journals of incidents as part of the audit trail; without the notes that people wrote. */
@Repository
class JournalAudit implements AuditSource {

  private static final String FROM =
      " from journal_entry j join incident i on i.id = j.incident_id";

  private final JdbcClient jdbc;

  JournalAudit(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<AuditRecord> newest(AuditQuery query, int most) {
    if (!isAsked(query)) {
      return List.of();
    }
    SqlConditions conditions = conditions(query);
    return jdbc.sql(
            inOrder(query)
                + " j.at, 'INCIDENT_CHANGED' kind, j.actor, j.origin, null address,"
                + " i.number subject, j.text words, 'DESK' source"
                + FROM
                + conditions.sql()
                + " order by j.at desc, j.id desc limit ?")
        .params(conditions.with(most))
        .query(AuditRecord.class)
        .list();
  }

  @Override
  public int count(AuditQuery query, int most) {
    if (!isAsked(query)) {
      return 0;
    }
    SqlConditions conditions = conditions(query);
    return jdbc.sql(
            "select count(*) from ("
                + inOrder(query)
                + " 1"
                + counted(query)
                + conditions.sql()
                + " limit ?) few")
        .params(conditions.with(most))
        .query(Integer.class)
        .single();
  }

  /** By time, unless one incident is asked for: sorting all lines would take seconds. */
  private static String inOrder(AuditQuery query) {
    return query.subject() == null ? "select straight_join" : "select";
  }

  /** The incidents are not looked up where nothing of them is asked. */
  private static String counted(AuditQuery query) {
    return query.subject() == null && query.text() == null ? " from journal_entry j" : FROM;
  }

  private static boolean isAsked(AuditQuery query) {
    return query.kind() == null || query.kind() == AuditKind.INCIDENT_CHANGED;
  }

  private static SqlConditions conditions(AuditQuery query) {
    return new SqlConditions()
        .between("j.at", query.from(), query.to())
        .when(query.actor(), "j.actor = ?")
        .when(query.subject(), "i.number = convert(? using ascii)")
        .mention(query.text(), "convert(i.number using utf8mb4)", "j.text");
  }
}
