package dev.baton.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Multiplies the incidents that a desk has taken in: each copy is a closed incident of an earlier
 * year with everything that is kept of it, in the desk's tables and of its own flow in the engine's
 * history.
 */
final class ManyIncidents {

  /** Far beyond what a bench takes in by itself. */
  private static final long STEP = 100_000_000L;

  private static final Set<String> ENGINE_IDS =
      Set.of(
          "ID_",
          "PROC_INST_ID_",
          "ROOT_PROC_INST_ID_",
          "SUPER_PROCESS_INSTANCE_ID_",
          "EXECUTION_ID_",
          "PARENT_ACT_INST_ID_",
          "ACT_INST_ID_",
          "TASK_ID_",
          "CALL_PROC_INST_ID_");

  private static final Set<String> SHIFTED =
      Set.of("id", "incident_id", "contact_id", "announcement_id", "obligation_id");

  private static final Set<String> NUMBERS =
      Set.of("number", "incident", "BUSINESS_KEY_", "duplicate_of");

  /** Those that others point at come first. */
  private static final List<String> TABLES =
      List.of(
          "incident",
          "contact",
          "journal_entry",
          "obligation",
          "clock_event",
          "announcement",
          "notification",
          "ACT_HI_PROCINST",
          "ACT_HI_ACTINST",
          "ACT_HI_TASKINST");

  /** Common words are in every tenth subject, as they are at a desk. */
  private static final String SUBJECT =
      "concat(elt(1 + (t.id * 7 + %1$d) %% 12, 'Printer', 'Mail', 'Tunnel', 'Report', 'Laptop',"
          + " 'Screen', 'Login', 'Phone', 'Network', 'Invoice', 'Backup', 'Calendar'), ' ',"
          + " elt(1 + (t.id + %1$d * 5) %% 10, 'is slow', 'cannot be opened', 'stays empty',"
          + " 'shows an error', 'lost its settings', 'asks for a password', 'makes noises',"
          + " 'is missing', 'came back', 'stopped at night'), ' at desk ', t.id * 31 %% 500)";

  private static final Map<String, Map<String, String>> CLOSED =
      Map.of(
          "incident",
          Map.of(
              "subject", SUBJECT,
              "status", "'CLOSED'",
              "opened_at", "t.opened_at - interval %d day",
              "resolved_at", "t.opened_at - interval %d day + interval 5 hour",
              "closed_at", "t.opened_at - interval %d day + interval 2 day",
              "flow_instance_id", "concat(%d, '-', md5(t.flow_instance_id))"),
          "contact",
          Map.of("at", "t.at - interval %d day"),
          "journal_entry",
          Map.of("at", "t.at - interval %d day"),
          "obligation",
          Map.of(
              "is_over", "true",
              "state", "if(t.id %% 10, 'MET', 'BREACHED')",
              "clock_instance", "null"),
          "clock_event",
          Map.of(),
          "announcement",
          Map.of(),
          "notification",
          Map.of("created_at", "t.created_at - interval %d day"),
          "ACT_HI_PROCINST",
          Map.of(
              "STATE_", "'COMPLETED'",
              "END_TIME_", "coalesce(t.END_TIME_, t.START_TIME_ + interval 1 hour)"),
          "ACT_HI_ACTINST",
          Map.of("END_TIME_", "coalesce(t.END_TIME_, t.START_TIME_ + interval 1 hour)"),
          "ACT_HI_TASKINST",
          Map.of("END_TIME_", "coalesce(t.END_TIME_, t.START_TIME_ + interval 1 hour)"));

  private final JdbcTemplate database;
  private final TransactionTemplate transactions;

  ManyIncidents(JdbcTemplate database, TransactionTemplate transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  /** Copies what is there so often, at most 90 times. */
  void copy(int times) {
    TABLES.forEach(
        table -> {
          Map<String, String> closed = CLOSED.getOrDefault(table, Map.of());
          long seeds = database.queryForObject("select count(*) from " + table, Long.class);
          for (int copy = 1; copy <= times; copy++) {
            String insert = insert(table, closed, copy);
            transactions.executeWithoutResult(status -> database.update(insert));
          }
          System.out.printf("%s: %,d rows, copied %d times%n", table, seeds, times);
          database.execute("analyze table " + table);
        });
  }

  private String insert(String table, Map<String, String> closed, int copy) {
    List<String> columns =
        database.queryForList(
            "select column_name from information_schema.columns where table_schema = database()"
                + " and table_name = ? and is_generated = 'NEVER'",
            String.class,
            table);
    boolean isOfEngine = table.startsWith("ACT_");
    return "insert into %s (%s) select %s from %s t where %s"
        .formatted(
            table,
            String.join(", ", columns.stream().map(name -> "`" + name + "`").toList()),
            columns.stream()
                .map(column -> value(column, closed.get(column), copy))
                .collect(Collectors.joining(", ")),
            table,
            isOfEngine
                ? "t.PROC_DEF_KEY_ = 'incident-lifecycle' and t.ID_ not like '%-copy-%'"
                : "t.id < " + STEP);
  }

  private static String value(String column, String closed, int copy) {
    if (closed != null) {
      return closed.formatted(copy);
    }
    if (ENGINE_IDS.contains(column)) {
      return "if(t.%1$s is null, null, concat(%2$d, '-copy-', md5(t.%1$s)))"
          .formatted(column, copy);
    }
    if (SHIFTED.contains(column)) {
      return "t.%s + %d".formatted(column, copy * STEP);
    }
    if (NUMBERS.contains(column)) {
      return "regexp_replace(t.`%s`, '^INC-[0-9]{4}', 'INC-%d')".formatted(column, 1900 + copy);
    }
    return "t.`" + column + "`";
  }
}
