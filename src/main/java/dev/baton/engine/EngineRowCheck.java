package dev.baton.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks whether rows of the engine still exist, in a separate transaction: it sees what other
 * transactions have committed, and no failed changes of the caller's.
 */
@Component
class EngineRowCheck {

  private final JdbcClient database;
  private final TransactionTemplate apart;

  EngineRowCheck(JdbcClient database, PlatformTransactionManager transactions) {
    this.database = database;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.apart.setReadOnly(true);
  }

  /** The task, and the execution that waits for it. */
  boolean isOffered(String taskId) {
    return isThere(
        """
        select count(*) > 0 from ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.EXECUTION_ID_
        where t.ID_ = ?
        """,
        taskId);
  }

  boolean isAwaited(String instanceId, String message) {
    return isThere(
        """
        select count(*) > 0 from ACT_RU_EVENT_SUBSCR
        where PROC_INST_ID_ = ? and EVENT_TYPE_ = 'message' and EVENT_NAME_ = ?
        """,
        instanceId,
        message);
  }

  private boolean isThere(String query, Object... given) {
    return apart.execute(status -> database.sql(query).params(given).query(Boolean.class).single());
  }
}
