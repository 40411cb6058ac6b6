package dev.baton.incident.rollback;

import dev.baton.engine.FlowVersion;
import dev.baton.engine.FlowVersions;
import dev.baton.incident.reconciliation.Reconciliation;
import dev.baton.web.validation.TextInput;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rollbacks of releases, one for each failed release. */
@Repository
public class ReleaseRollbacks {

  private static final int LONGEST_MESSAGE = 500;
  private static final String SELECT =
      """
      select definition_id definitionId, release_name `release`,
        restored_definition_id restoredDefinitionId, restored_name restored, incident,
        failed_starts failedStarts, message, at
      from release_rollback
      """;

  private final JdbcClient database;
  private final FlowVersions versions;

  ReleaseRollbacks(JdbcClient database, FlowVersions versions) {
    this.database = database;
    this.versions = versions;
  }

  /** The rollback of the release that was live last, until somebody deploys another. */
  @Transactional(readOnly = true)
  public Optional<ReleaseRollback> latest() {
    return versions.newest(Reconciliation.INCIDENT_LIFECYCLE, 1).stream()
        .map(FlowVersion::definitionId)
        .findFirst()
        .flatMap(this::about);
  }

  /** The rollback of this version, or the one that restored it. */
  Optional<ReleaseRollback> about(String definitionId) {
    return database
        .sql(SELECT + " where definition_id = ? or restored_definition_id = ?")
        .params(definitionId, definitionId)
        .query(ReleaseRollback.class)
        .list()
        .stream()
        .findFirst();
  }

  boolean hasFailed(String definitionId) {
    return database
        .sql("select 1 from release_rollback where definition_id = ?")
        .param(definitionId)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Stores it; false if another node has, which this waits for. */
  boolean add(ReleaseRollback rollback) {
    return database
            .sql(
                """
                insert ignore into release_rollback (definition_id, release_name,
                  restored_definition_id, restored_name, incident, failed_starts, message, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
            .params(
                Arrays.asList(
                    rollback.definitionId(),
                    rollback.release(),
                    rollback.restoredDefinitionId(),
                    rollback.restored(),
                    rollback.incident(),
                    rollback.failedStarts(),
                    TextInput.shortened(rollback.message(), LONGEST_MESSAGE),
                    rollback.at()))
            .update()
        == 1;
  }

  void restored(String definitionId, String restoredDefinitionId) {
    database
        .sql("update release_rollback set restored_definition_id = ? where definition_id = ?")
        .params(restoredDefinitionId, definitionId)
        .update();
  }

  /** Oldest first. */
  List<ReleaseRollback> since(Instant since) {
    return database
        .sql(SELECT + " where at > ? order by at")
        .param(since)
        .query(ReleaseRollback.class)
        .list();
  }

  /** Whether it was not announced before. */
  boolean announce(String definitionId) {
    return database
            .sql(
                "update release_rollback set announced = true"
                    + " where definition_id = ? and not announced")
            .param(definitionId)
            .update()
        == 1;
  }
}
