package dev.baton.engine;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The live flows, tables and forms as a desk's database has them; needs no engine. */
@Repository
public class StoredLiveFiles {

  private final JdbcClient database;

  public StoredLiveFiles(JdbcClient database) {
    this.database = database;
  }

  /** Content of the file of each definition's newest version, by name. */
  public Map<String, byte[]> now() {
    Map<String, byte[]> files = new TreeMap<>();
    database
        .sql(
            """
            with definition as (
              select 'flow' kind, KEY_, VERSION_, DEPLOYMENT_ID_, RESOURCE_NAME_ from ACT_RE_PROCDEF
              union all
              select 'table', KEY_, VERSION_, DEPLOYMENT_ID_, RESOURCE_NAME_
                from ACT_RE_DECISION_DEF
              union all
              select 'form', KEY_, VERSION_, DEPLOYMENT_ID_, RESOURCE_NAME_ from ACT_RE_CAMFORMDEF),
            newest as (
              select d.*, row_number() over (partition by kind, KEY_ order by VERSION_ desc) place
              from definition d)
            select distinct b.NAME_, b.BYTES_ from newest n
              join ACT_GE_BYTEARRAY b
                on b.DEPLOYMENT_ID_ = n.DEPLOYMENT_ID_ and b.NAME_ = n.RESOURCE_NAME_
            where n.place = 1
            """)
        .query(
            row -> {
              files.put(row.getString(1), row.getBytes(2));
            });
    return files;
  }
}
