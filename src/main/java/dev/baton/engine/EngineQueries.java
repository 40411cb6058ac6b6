package dev.baton.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one place that reads the engine's tables directly, where its API would read too much. */
@Repository
public class EngineQueries {

  /** The prefix of jobs that repeat for ever, such as {@code R/PT5M}. */
  static final String CHECK = "R/";

  private static final int AT_ONCE = 500;

  private static final String NEWEST_STAYS =
      """
      select h.PROC_INST_ID_, h.DURATION_ from ACT_HI_TASKINST h
      where h.PROC_DEF_KEY_ = ? and h.TASK_DEF_KEY_ = ? and h.END_TIME_ >= ?
      order by h.END_TIME_ desc limit ?
      """;

  private final JdbcClient jdbc;

  /**
   * Something has happened in the instance or what it calls after the start: anything but start
   * events, gateways, and frames around steps that have not ended.
   */
  private static final String PAST_FIRST_STEP =
      """
      exists (select 1 from ACT_HI_ACTINST a
        where a.ROOT_PROC_INST_ID_ = p.ID_ and lower(a.ACT_TYPE_) not like '%start%event'
        and a.ACT_TYPE_ not in ('exclusiveGateway', 'inclusiveGateway', 'parallelGateway',
          'complexGateway')
        and (a.END_TIME_ is not null or a.ACT_TYPE_ not in ('subProcess', 'transaction',
          'multiInstanceBody', 'callActivity')))
      """;

  public EngineQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Instant> nextDue() {
    return jdbc.sql(
            """
            select DUEDATE_ from ACT_RU_JOB
            where DUEDATE_ is not null and RETRIES_ > 0 and SUSPENSION_STATE_ = 1
            and PROCESS_DEF_ID_ is not null and (REPEAT_ is null or REPEAT_ not like ?)
            order by DUEDATE_ limit 1
            """)
        .param(CHECK + "%")
        .query(Instant.class)
        .optional();
  }

  /** The due date of the oldest job; a job without one comes first, and has this one. */
  Optional<Instant> nextDueOr(Instant now) {
    return jdbc.sql(
            """
            select coalesce(DUEDATE_, ?) from ACT_RU_JOB
            where RETRIES_ > 0 and SUSPENSION_STATE_ = 1
            and PROCESS_DEF_ID_ is not null and (REPEAT_ is null or REPEAT_ not like ?)
            order by DUEDATE_ limit 1
            """)
        .params(now, CHECK + "%")
        .query(Instant.class)
        .optional();
  }

  /** Ids of jobs that may run, apart from repeating checks and the engine's own, oldest first. */
  List<String> dueJobs(Instant now, int most) {
    return jdbc.sql(
            """
            select ID_ from ACT_RU_JOB
            where (DUEDATE_ is null or DUEDATE_ <= ?) and RETRIES_ > 0 and SUSPENSION_STATE_ = 1
            and PROCESS_DEF_ID_ is not null and (REPEAT_ is null or REPEAT_ not like ?)
            order by DUEDATE_, CREATE_TIME_ limit ?
            """)
        .params(now, CHECK + "%", most)
        .query(String.class)
        .list();
  }

  /**
   * The number of open tasks at each of these steps, in all versions of the flow.
   *
   * @param steps ids of user tasks; those without an open task are left out of the answer
   */
  public Map<String, Integer> openTasks(String flow, Collection<String> steps) {
    Map<String, Integer> open = new HashMap<>();
    jdbc.sql(
            """
            select t.TASK_DEF_KEY_ step, count(*) open from ACT_RU_TASK t
            join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_
            where d.KEY_ = :flow and t.TASK_DEF_KEY_ in (:steps)
            group by t.TASK_DEF_KEY_
            """)
        .param("flow", flow)
        .param("steps", steps)
        .query((RowCallbackHandler) row -> open.put(row.getString("step"), row.getInt("open")));
    return open;
  }

  /**
   * What the newest decisions were made from: the values of each decision's inputs, by the ids of
   * these in the table.
   */
  public List<Map<String, Object>> decisionInputs(String decision, Instant from, int most) {
    Map<String, Map<String, Object>> inputs = new HashMap<>();
    jdbc.sql(
            """
            select d.ID_ id, i.CLAUSE_ID_ clause, i.VAR_TYPE_ type, i.TEXT_ text, i.LONG_ number,
              i.DOUBLE_ fraction
            from (
              select ID_ from ACT_HI_DECINST where DEC_DEF_KEY_ = ? and EVAL_TIME_ >= ?
              order by EVAL_TIME_ desc limit ?) d
            join ACT_HI_DEC_IN i on i.DEC_INST_ID_ = d.ID_
            """)
        .params(decision, from, most)
        .query(
            (RowCallbackHandler)
                row ->
                    inputs
                        .computeIfAbsent(row.getString("id"), id -> new HashMap<>())
                        .put(row.getString("clause"), value(row)));
    return List.copyOf(inputs.values());
  }

  private static Object value(ResultSet row) throws SQLException {
    return switch (String.valueOf(row.getString("type"))) {
      case "boolean" -> row.getLong("number") == 1;
      case "integer", "long", "short" -> row.getLong("number");
      case "double" -> row.getDouble("fraction");
      default -> row.getString("text");
    };
  }

  /** The instants between the two, the last included, at which any job is due. */
  public List<Instant> dueWithin(Instant from, Instant to) {
    return jdbc.sql("select distinct DUEDATE_ from ACT_RU_JOB where DUEDATE_ > ? and DUEDATE_ <= ?")
        .params(from, to)
        .query(Instant.class)
        .list();
  }

  /**
   * Returns since when the oldest runnable job that no living node holds has been due. Ignores the
   * engine's clean-up, which is due repeatedly while its window is open and which no one waits for.
   */
  public Optional<Instant> oldestDue(Instant now) {
    return jdbc.sql(
            """
            select DUEDATE_ from ACT_RU_JOB
            where DUEDATE_ <= :now and RETRIES_ > 0 and SUSPENSION_STATE_ = 1
              and (LOCK_OWNER_ is null or LOCK_EXP_TIME_ < :now)
              and HANDLER_TYPE_ <> 'history-cleanup'
            order by DUEDATE_ limit 1
            """)
        .param("now", now)
        .query(Instant.class)
        .optional();
  }

  /** Counted by what the engine reports of them, which is a small table. */
  public long failedJobs() {
    return jdbc.sql(
            """
            select count(*) from ACT_RU_INCIDENT
            where INCIDENT_TYPE_ = 'failedJob' and ID_ = ROOT_CAUSE_INCIDENT_ID_
            """)
        .query(Long.class)
        .single();
  }

  List<RunningFlows.Instance> running(String processKey) {
    return jdbc.sql(
            """
            select e.ID_ id, e.BUSINESS_KEY_ businessKey from ACT_RU_EXECUTION e
            join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_
            where e.PARENT_ID_ is null and d.KEY_ = ?
            """)
        .param(processKey)
        .query(RunningFlows.Instance.class)
        .list();
  }

  /** Returns which of these instances are running, some hundred per statement. */
  Set<String> running(Collection<String> instances) {
    List<String> ids = List.copyOf(instances);
    Set<String> running = new HashSet<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      running.addAll(
          jdbc.sql("select ID_ from ACT_RU_EXECUTION where ID_ in (:some)")
              .param("some", ids.subList(from, Math.min(from + AT_ONCE, ids.size())))
              .query(String.class)
              .list());
    }
    return running;
  }

  List<RunningFlows.OpenTask> openTasks(String processKey) {
    return jdbc.sql(
            """
            select t.ID_ id, t.NAME_ name, e.BUSINESS_KEY_ businessKey from ACT_RU_TASK t
            join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_
            left join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
            where d.KEY_ = ?
            """)
        .param(processKey)
        .query(RunningFlows.OpenTask.class)
        .list();
  }

  /** The open tasks of the process in instances with the business key. */
  List<RunningFlows.OpenTask> openTasks(String processKey, String businessKey) {
    return jdbc.sql(
            """
            select t.ID_ id, t.NAME_ name, e.BUSINESS_KEY_ businessKey from ACT_RU_EXECUTION e
            join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_
            join ACT_RU_TASK t on t.PROC_INST_ID_ = e.ID_
            where e.BUSINESS_KEY_ = ? and e.PARENT_ID_ is null and d.KEY_ = ?
            order by t.CREATE_TIME_
            """)
        .params(businessKey, processKey)
        .query(RunningFlows.OpenTask.class)
        .list();
  }

  /** Steps that failed for the last time, oldest first, each at the place where it failed. */
  List<FailedSteps.FailedStep> failedPlaces(int most) {
    return jdbc.sql(
            """
            select e.BUSINESS_KEY_ businessKey, x.PROC_INST_ID_ instanceId, d.ID_ definitionId,
              d.KEY_ processKey, d.NAME_ flow,
              coalesce(x.FAILED_ACTIVITY_ID_, x.ACTIVITY_ID_) step,
              x.INCIDENT_TIMESTAMP_ since, x.INCIDENT_MSG_ message
            from ACT_RU_INCIDENT x
            join ACT_RU_EXECUTION e on e.ID_ = x.PROC_INST_ID_
            join ACT_RE_PROCDEF d on d.ID_ = x.PROC_DEF_ID_
            where x.INCIDENT_TYPE_ = 'failedJob' and x.ID_ = x.ROOT_CAUSE_INCIDENT_ID_
            order by x.INCIDENT_TIMESTAMP_, x.ID_ limit ?
            """)
        .param(most)
        .query(FailedSteps.FailedStep.class)
        .list();
  }

  /** A job that threw at its last attempt or has no attempts left. */
  record ThrownJob(
      String id,
      String instanceId,
      String definitionId,
      String flow,
      String step,
      int triesLeft,
      Instant dueAt,
      String message,
      Instant gaveUpAt) {}

  /** Of all instances with the business key. */
  List<ThrownJob> thrownJobs(String businessKey) {
    return jdbc.sql(
            """
            select j.ID_ id, j.PROCESS_INSTANCE_ID_ instanceId, d.ID_ definitionId, d.NAME_ flow,
              coalesce(j.FAILED_ACT_ID_, jd.ACT_ID_) step, coalesce(j.RETRIES_, 0) triesLeft,
              j.DUEDATE_ dueAt, j.EXCEPTION_MSG_ message, x.INCIDENT_TIMESTAMP_ gaveUpAt
            from ACT_RU_EXECUTION e
            join ACT_RU_JOB j on j.PROCESS_INSTANCE_ID_ = e.ID_
            join ACT_RE_PROCDEF d on d.ID_ = j.PROCESS_DEF_ID_
            left join ACT_RU_JOBDEF jd on jd.ID_ = j.JOB_DEF_ID_
            left join ACT_RU_INCIDENT x on x.CONFIGURATION_ = j.ID_
              and x.INCIDENT_TYPE_ = 'failedJob' and x.ID_ = x.ROOT_CAUSE_INCIDENT_ID_
            where e.BUSINESS_KEY_ = ? and e.PARENT_ID_ is null
              and (j.EXCEPTION_STACK_ID_ is not null or x.ID_ is not null)
            order by j.RETRIES_, j.CREATE_TIME_, j.ID_
            """)
        .param(businessKey)
        .query(ThrownJob.class)
        .list();
  }

  /** How many open tasks each step of the flow has, in all of its versions. */
  Map<String, Long> tasksByStep(String processKey) {
    return counted(
        """
        select t.TASK_DEF_KEY_, count(*) from ACT_RU_TASK t
        where t.PROC_DEF_ID_ in (select d.ID_ from ACT_RE_PROCDEF d where d.KEY_ = :flow)
          and t.TASK_DEF_KEY_ is not null
        group by t.TASK_DEF_KEY_
        """,
        "flow",
        processKey);
  }

  /** Same as above, for some instances; at most a thousand at a time. */
  Map<String, Long> tasksByStep(List<String> instanceIds) {
    return counted(
        """
        select t.TASK_DEF_KEY_, count(*) from ACT_RU_TASK t
        where t.PROC_INST_ID_ in (:instances) and t.TASK_DEF_KEY_ is not null
        group by t.TASK_DEF_KEY_
        """,
        "instances",
        instanceIds);
  }

  /** How many instances wait before each step for the executor, in all versions. */
  Map<String, Long> jobsByStep(String processKey) {
    return counted(
        """
        select jd.ACT_ID_, count(*) from ACT_RU_JOBDEF jd
        join ACT_RU_JOB j on j.JOB_DEF_ID_ = jd.ID_
        where jd.PROC_DEF_ID_ in (select d.ID_ from ACT_RE_PROCDEF d where d.KEY_ = :flow)
          and jd.JOB_TYPE_ = 'async-continuation'
        group by jd.ACT_ID_
        """,
        "flow",
        processKey);
  }

  /** Same as above, for some instances; at most a thousand at a time. */
  Map<String, Long> jobsByStep(List<String> instanceIds) {
    return counted(
        """
        select jd.ACT_ID_, count(*) from ACT_RU_JOB j
        join ACT_RU_JOBDEF jd on jd.ID_ = j.JOB_DEF_ID_
        where j.PROCESS_INSTANCE_ID_ in (:instances) and jd.JOB_TYPE_ = 'async-continuation'
        group by jd.ACT_ID_
        """,
        "instances",
        instanceIds);
  }

  /** The durations of the newest stays at the step that ended since then. */
  List<FlowFigures.Stay> stays(String processKey, String step, Instant since, int most) {
    return stays("select null, t.DURATION_ from (%s) t", processKey, step, since, most);
  }

  /** Same as above, each with the business key of its instance. */
  List<FlowFigures.Stay> staysWithKeys(String processKey, String step, Instant since, int most) {
    return stays(
        """
        select p.BUSINESS_KEY_, t.DURATION_ from (%s) t
        join ACT_HI_PROCINST p on p.PROC_INST_ID_ = t.PROC_INST_ID_
        """,
        processKey, step, since, most);
  }

  private List<FlowFigures.Stay> stays(
      String sql, String processKey, String step, Instant since, int most) {
    return jdbc.sql(sql.formatted(NEWEST_STAYS))
        .params(processKey, step, since, most)
        .query(
            (row, n) -> new FlowFigures.Stay(row.getString(1), Duration.ofMillis(row.getLong(2))))
        .list();
  }

  private Map<String, Long> counted(String sql, String name, Object value) {
    Map<String, Long> counts = new HashMap<>();
    jdbc.sql(sql)
        .param(name, value)
        .query(
            row -> {
              counts.put(row.getString(1), row.getLong(2));
            });
    return counts;
  }

  /** Versions of the flow, newest first. */
  List<FlowVersion> versions(String processKey, int most) {
    return jdbc.sql(
            """
            select d.ID_ definitionId, d.DEPLOYMENT_ID_ deploymentId, p.NAME_ `release`,
              d.VERSION_ version, p.DEPLOY_TIME_ deployedAt,
              coalesce(p.SOURCE_, '') = 'process application' shipped
            from ACT_RE_PROCDEF d join ACT_RE_DEPLOYMENT p on p.ID_ = d.DEPLOYMENT_ID_
            where d.KEY_ = ? order by d.VERSION_ desc limit ?
            """)
        .params(processKey, most)
        .query(FlowVersion.class)
        .list();
  }

  /** Instances that were migrated to the version were not started on it. */
  boolean hasGotPastFirstStep(String definitionId) {
    return jdbc.sql(
            """
            select 1 from ACT_HI_ACTINST s join ACT_HI_PROCINST p on p.ID_ = s.PROC_INST_ID_
            where s.PROC_DEF_ID_ = ? and s.PARENT_ACT_INST_ID_ = s.PROC_INST_ID_
              and lower(s.ACT_TYPE_) like '%start%event' and p.BUSINESS_KEY_ is not null and
            """
                + PAST_FIRST_STEP
                + " limit 1")
        .param(definitionId)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /**
   * @param instanceId null for any
   */
  List<FlowVersions.FailedFirstStep> failedInFirstStep(
      String definitionId, String instanceId, int most) {
    return jdbc.sql(
            """
            select p.ID_ instanceId, p.BUSINESS_KEY_ businessKey, min(j.EXCEPTION_MSG_) message
            from ACT_RU_EXECUTION p join ACT_RU_JOB j on j.ROOT_PROC_INST_ID_ = p.ID_
            where p.PROC_DEF_ID_ = ? and p.PARENT_ID_ is null and p.SUPER_EXEC_ is null
              and p.BUSINESS_KEY_ is not null and p.ID_ = coalesce(?, p.ID_)
              and j.EXCEPTION_STACK_ID_ is not null and not
            """
                + PAST_FIRST_STEP
                + " group by p.ID_, p.BUSINESS_KEY_ order by p.BUSINESS_KEY_ limit ?")
        .params(Arrays.asList(definitionId, instanceId, most))
        .query(FlowVersions.FailedFirstStep.class)
        .list();
  }

  boolean callsOthers(String instanceId) {
    return jdbc.sql(
                """
                select count(*) from ACT_RU_EXECUTION
                where ROOT_PROC_INST_ID_ = ? and PARENT_ID_ is null and ID_ <> ROOT_PROC_INST_ID_
                """)
            .param(instanceId)
            .query(Long.class)
            .single()
        > 0;
  }
}
