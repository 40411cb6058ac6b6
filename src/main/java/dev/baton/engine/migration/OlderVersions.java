package dev.baton.engine.migration;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what runs on versions that are not the newest ones. */
@Repository
public class OlderVersions {

  private static final String OUTDATED =
      """
      from ACT_RU_EXECUTION r
      join ACT_RU_EXECUTION e on e.ROOT_PROC_INST_ID_ = r.ID_ and e.PARENT_ID_ is null
      join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_
      where r.PARENT_ID_ is null and r.SUPER_EXEC_ is null
        and d.VERSION_ < (select max(n.VERSION_) from ACT_RE_PROCDEF n where n.KEY_ = d.KEY_)
      """;

  private final JdbcClient jdbc;

  OlderVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Instances of one version that belong to no such business key.
   *
   * @param newest the newest version of the flow
   */
  public record OtherInstances(
      String flow, String flowName, int version, int newest, int instances) {}

  /** How many business keys that match have something on an older version. */
  public int businessKeys(String pattern) {
    return jdbc.sql(
            "select count(distinct r.BUSINESS_KEY_) " + OUTDATED + " and r.BUSINESS_KEY_ regexp ?")
        .param(pattern)
        .query(Integer.class)
        .single();
  }

  /** What belongs to no business key that matches, by flow and version. */
  public List<OtherInstances> others(String pattern) {
    return jdbc.sql(
            """
            select d.KEY_ flow, coalesce(d.NAME_, d.KEY_) flowName, d.VERSION_ version,
              (select max(m.VERSION_) from ACT_RE_PROCDEF m where m.KEY_ = d.KEY_) newest,
              count(*) instances
            """
                + OUTDATED
                + " and (r.BUSINESS_KEY_ is null or r.BUSINESS_KEY_ not regexp ?)"
                + " group by d.ID_ order by 1, 3")
        .param(pattern)
        .query(OtherInstances.class)
        .list();
  }
}
