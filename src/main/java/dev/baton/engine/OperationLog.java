package dev.baton.engine;

import dev.baton.database.LikePattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the engine's table of user operations, since its own query supports neither texts nor
 * business keys. Excludes the clean-up's own entries, which have no user.
 */
@Repository
class OperationLog {

  private static final String FROM =
      """
       from ACT_HI_OP_LOG o
      left join ACT_HI_PROCINST p on p.PROC_INST_ID_ = o.PROC_INST_ID_
      where o.USER_ID_ is not null
      """;

  /** An incident's flow has the incident's number as its key; called flows have their own. */
  private static final String SUBJECT =
      "coalesce(p.BUSINESS_KEY_, o.PROC_DEF_KEY_, o.DEPLOYMENT_ID_, o.ENTITY_TYPE_)";

  private final JdbcClient jdbc;

  OperationLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<UserOperations.Operation> newest(UserOperations.Query query, int most) {
    List<Object> values = new ArrayList<>();
    String where = where(query, values);
    values.add(most);
    return jdbc.sql(
            "select o.TIMESTAMP_ at, o.USER_ID_ person, o.OPERATION_TYPE_ operation,"
                + " o.ENTITY_TYPE_ thing, o.PROPERTY_ property, o.ORG_VALUE_ `before`,"
                + " o.NEW_VALUE_ after, "
                + SUBJECT
                + " subject"
                + FROM
                + where
                + " order by o.TIMESTAMP_ desc, o.ID_ desc limit ?")
        .params(values)
        .query(UserOperations.Operation.class)
        .list();
  }

  int count(UserOperations.Query query, int most) {
    List<Object> values = new ArrayList<>();
    String where = where(query, values);
    values.add(most);
    return jdbc.sql("select count(*) from (select 1" + FROM + where + " limit ?) few")
        .params(values)
        .query(Integer.class)
        .single();
  }

  private static String where(UserOperations.Query query, List<Object> values) {
    StringBuilder where = new StringBuilder();
    if (query.from() != null) {
      where.append(" and o.TIMESTAMP_ >= ?");
      values.add(query.from());
    }
    if (query.to() != null) {
      where.append(" and o.TIMESTAMP_ < ?");
      values.add(query.to());
    }
    if (query.person() != null) {
      where.append(" and o.USER_ID_ = ?");
      values.add(query.person());
    }
    if (!query.things().isEmpty()) {
      String marks = String.join(", ", Collections.nCopies(query.things().size(), "?"));
      where.append(" and o.ENTITY_TYPE_ ").append(query.others() ? "not " : "");
      where.append("in (").append(marks).append(')');
      values.addAll(query.things());
    }
    if (query.subject() != null) {
      where.append(" and ").append(SUBJECT).append(" = ?");
      values.add(query.subject());
    }
    if (query.text() != null) {
      where.append(" and concat_ws(' ', ").append(SUBJECT);
      where.append(", o.OPERATION_TYPE_, o.ENTITY_TYPE_, o.PROPERTY_, o.NEW_VALUE_) like ?");
      values.add(LikePattern.containing(query.text()));
    }
    return where.toString();
  }
}
