package dev.baton.engine;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The one place that reads the engine's tables directly, where its API would read too much. */
@Repository
class EngineViews {

  /** How the repetition of a job begins that goes on for ever, such as {@code R/PT5M}. */
  static final String CHECK = "R/";

  private final JdbcTemplate jdbc;

  EngineViews(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Instant> nextDue() {
    return jdbc
        .queryForList(
            """
            select DUEDATE_ from ACT_RU_JOB
            where DUEDATE_ is not null and RETRIES_ > 0 and SUSPENSION_STATE_ = 1
            and PROCESS_DEF_ID_ is not null and (REPEAT_ is null or REPEAT_ not like ?)
            order by DUEDATE_ limit 1
            """,
            Timestamp.class,
            CHECK + "%")
        .stream()
        .findFirst()
        .map(Timestamp::toInstant);
  }

  /** The instants between the two, the last included, at which any job is due. */
  List<Instant> dueWithin(Instant from, Instant to) {
    return jdbc.query(
        "select distinct DUEDATE_ from ACT_RU_JOB where DUEDATE_ > ? and DUEDATE_ <= ?",
        (row, n) -> row.getTimestamp(1).toInstant(),
        Timestamp.from(from),
        Timestamp.from(to));
  }

  /**
   * Since when the oldest job has been due that could run and that no living node holds. The
   * engine's clean-up is left out: it is meant to be due again and again while its window is open,
   * and nobody waits for it.
   */
  Optional<Instant> oldestDue(Instant now) {
    return jdbc
        .query(
            """
            select DUEDATE_ from ACT_RU_JOB
            where DUEDATE_ <= ? and RETRIES_ > 0 and SUSPENSION_STATE_ = 1
              and (LOCK_OWNER_ is null or LOCK_EXP_TIME_ < ?)
              and HANDLER_TYPE_ <> 'history-cleanup'
            order by DUEDATE_ limit 1
            """,
            (row, n) -> row.getTimestamp(1).toInstant(),
            Timestamp.from(now),
            Timestamp.from(now))
        .stream()
        .findFirst();
  }

  /** Counted by what the engine reports of them, which is a small table. */
  long failedJobs() {
    Long failed =
        jdbc.queryForObject(
            """
            select count(*) from ACT_RU_INCIDENT
            where INCIDENT_TYPE_ = 'failedJob' and ID_ = ROOT_CAUSE_INCIDENT_ID_
            """,
            Long.class);
    return failed == null ? 0 : failed;
  }

  List<RunningFlows.Instance> running(String processKey) {
    return jdbc.query(
        """
        select e.ID_, e.BUSINESS_KEY_ from ACT_RU_EXECUTION e
        join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_
        where e.PARENT_ID_ is null and d.KEY_ = ?
        """,
        (row, n) -> new RunningFlows.Instance(row.getString(1), row.getString(2)),
        processKey);
  }

  List<RunningFlows.OpenTask> openTasks(String processKey) {
    return jdbc.query(
        """
        select t.ID_, t.NAME_, e.BUSINESS_KEY_ from ACT_RU_TASK t
        join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_
        left join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
        where d.KEY_ = ?
        """,
        (row, n) -> new RunningFlows.OpenTask(row.getString(1), row.getString(2), row.getString(3)),
        processKey);
  }
}
