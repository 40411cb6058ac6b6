package dev.baton.bench;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database server counted: commits, and statements that read or write rows. */
record ServerCounters(long commits, long statements) {

  private static final String COUNTED =
      "'Com_select','Com_insert','Com_insert_select','Com_update','Com_update_multi',"
          + "'Com_delete','Com_delete_multi','Com_replace','Com_commit'";

  static ServerCounters read(JdbcTemplate jdbc) {
    Map<String, Long> counted = new TreeMap<>();
    jdbc.query(
        "show global status where Variable_name in (" + COUNTED + ")",
        row -> {
          counted.put(row.getString(1), row.getLong(2));
        });
    long commits = counted.getOrDefault("Com_commit", 0L);
    long all = counted.values().stream().mapToLong(Long::longValue).sum();
    return new ServerCounters(commits, all - commits);
  }

  ServerCounters since(ServerCounters before) {
    return new ServerCounters(commits - before.commits, statements - before.statements);
  }
}
