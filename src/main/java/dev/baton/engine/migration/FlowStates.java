package dev.baton.engine.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads from the engine's tables what runs on which version, and what is open. */
@Repository
public class FlowStates {

  private static final int AT_ONCE = 500;

  /** In this order: the server would begin with all instances, since most have no parent. */
  private static final String INSTANCES =
      """
      select straight_join e.ID_ id, e.ROOT_PROC_INST_ID_ rootId, d.KEY_ `key`, d.ID_ definitionId,
        d.DEPLOYMENT_ID_ deploymentId, d.VERSION_ version, r.BUSINESS_KEY_ businessKey
      from ACT_RU_EXECUTION r
      join ACT_RU_EXECUTION e on e.ROOT_PROC_INST_ID_ = r.ID_ and e.PARENT_ID_ is null
      join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_
      where r.PARENT_ID_ is null and r.SUPER_EXEC_ is null
      """;

  /**
   * An execution without others below it is where an instance waits. For a "not exists" the server
   * would read the whole table.
   */
  private static final String TOKENS =
      """
      select 'TOKEN' kind, e.PROC_INST_ID_ instanceId, e.ID_ id, e.ACT_ID_ step, null label,
        null dueAt, null detail
      from ACT_RU_EXECUTION e left join ACT_RU_EXECUTION c on c.PARENT_ID_ = e.ID_
      where e.PROC_INST_ID_ in (:instances) and e.ACT_ID_ is not null and c.ID_ is null
      """;

  private static final String ITEMS =
      TOKENS
          + """
          union all
          select 'TASK', t.PROC_INST_ID_, t.ID_, t.TASK_DEF_KEY_, t.NAME_, t.DUE_DATE_,
            concat_ws(' ',
              (select v.TEXT_ from ACT_RU_VARIABLE v
                where v.TASK_ID_ = t.ID_ and v.NAME_ = 'taskKind'),
              (select group_concat(l.GROUP_ID_ order by l.GROUP_ID_) from ACT_RU_IDENTITYLINK l
                where l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate' and l.GROUP_ID_ is not null))
          from ACT_RU_TASK t where t.PROC_INST_ID_ in (:instances)
          union all
          select case j.TYPE_ when 'timer' then 'TIMER' else 'JOB' end, j.PROCESS_INSTANCE_ID_,
            j.ID_, jd.ACT_ID_, null, j.DUEDATE_, null
          from ACT_RU_JOB j left join ACT_RU_JOBDEF jd on jd.ID_ = j.JOB_DEF_ID_
          where j.PROCESS_INSTANCE_ID_ in (:instances)
          union all
          select 'MESSAGE', s.PROC_INST_ID_, s.ID_, s.ACTIVITY_ID_, s.EVENT_NAME_, null, null
          from ACT_RU_EVENT_SUBSCR s where s.PROC_INST_ID_ in (:instances)
          order by 1, 2, 4, 5, 3
          """;

  private final JdbcClient jdbc;

  FlowStates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What runs and is open for this business key now, as this transaction sees it. */
  public FlowState of(String businessKey) {
    List<FlowInstance> instances =
        jdbc.sql(INSTANCES + " and r.BUSINESS_KEY_ = ? order by e.ID_")
            .param(businessKey)
            .query(FlowInstance.class)
            .list();
    return new FlowState(instances, read(ITEMS, ids(instances)));
  }

  /** What runs for these business keys. */
  public List<FlowInstance> instances(Collection<String> businessKeys) {
    List<String> keys = List.copyOf(businessKeys);
    List<FlowInstance> instances = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += AT_ONCE) {
      instances.addAll(
          jdbc.sql(INSTANCES + " and r.BUSINESS_KEY_ in (:some) order by r.BUSINESS_KEY_, e.ID_")
              .param("some", keys.subList(from, Math.min(from + AT_ONCE, keys.size())))
              .query(FlowInstance.class)
              .list());
    }
    return instances;
  }

  /** Where the instances wait. */
  public List<FlowItem> tokens(Collection<FlowInstance> instances) {
    List<String> ids = ids(instances);
    List<FlowItem> tokens = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      tokens.addAll(read(TOKENS, ids.subList(from, Math.min(from + AT_ONCE, ids.size()))));
    }
    return tokens;
  }

  /** All instances whose business key begins so and that are not on the newest version. */
  public List<FlowInstance> outdated(String keyPrefix) {
    return jdbc.sql(
            INSTANCES
                + """
                 and r.BUSINESS_KEY_ like ? and d.VERSION_ < (
                  select max(n.VERSION_) from ACT_RE_PROCDEF n where n.KEY_ = d.KEY_)
                order by r.BUSINESS_KEY_, e.ID_
                """)
        .param(keyPrefix + "%")
        .query(FlowInstance.class)
        .list();
  }

  private List<FlowItem> read(String sql, List<String> instances) {
    return instances.isEmpty()
        ? List.of()
        : jdbc.sql(sql).param("instances", instances).query(FlowItem.class).list();
  }

  private static List<String> ids(Collection<FlowInstance> instances) {
    return instances.stream().map(FlowInstance::id).toList();
  }
}
