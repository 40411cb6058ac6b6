package dev.baton.flow.proposal.trial;

import dev.baton.web.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The trials. Leases are measured by the clock of the database, which all nodes share. */
@Repository
@Transactional
class ProposalTrials {

  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final String SELECT =
      """
      select id, proposal_id proposalId, number, revision,
        case when state = 'RUNNING' and lease_until < utc_timestamp(3) then 'INTERRUPTED'
          else state end state,
        days, incidents, started_by startedBy, started_at startedAt,
        case when state = 'RUNNING' and lease_until < utc_timestamp(3) then lease_until
          else finished_at end finishedAt,
        progress, message
      from flow_trial
      """;

  private final JdbcClient database;

  ProposalTrials(JdbcClient database) {
    this.database = database;
  }

  /**
   * Begins one.
   *
   * @throws org.springframework.dao.DuplicateKeyException if one runs
   */
  ProposalTrial begin(
      long proposal, int revision, int days, int incidents, String login, Instant at) {
    endAbandoned();
    database
        .sql(
            """
            insert into flow_trial (proposal_id, number, revision, state, running, days, incidents,
              started_by, started_at, progress, lease_until)
            select :proposal, coalesce(max(number), 0) + 1, :revision, 'RUNNING', 1, :days,
              :incidents, :login, :at, 0, utc_timestamp(3) + interval :lease second
            from flow_trial where proposal_id = :proposal
            """)
        .param("proposal", proposal)
        .param("revision", revision)
        .param("days", days)
        .param("incidents", incidents)
        .param("login", login)
        .param("at", at)
        .param("lease", LEASE.toSeconds())
        .update();
    return database
        .sql(SELECT + " where id = last_insert_id()")
        .query(ProposalTrial.class)
        .single();
  }

  private void endAbandoned() {
    database
        .sql(
            """
            update flow_trial set state = 'INTERRUPTED', running = null, finished_at = lease_until
            where running = 1 and lease_until < utc_timestamp(3)
            """)
        .update();
  }

  /** Renews its lease; returns whether it is still wanted. */
  boolean goesOn(long id, int progress) {
    return database
            .sql(
                """
                update flow_trial set progress = ?,
                  lease_until = utc_timestamp(3) + interval ? second
                where id = ? and state = 'RUNNING'
                """)
            .params(progress, LEASE.toSeconds(), id)
            .update()
        == 1;
  }

  /** Ends it without a result, unless it has ended. */
  boolean end(long id, TrialState state, String message, Instant at) {
    return database
            .sql(
                """
                update flow_trial set state = ?, running = null, message = ?, finished_at = ?
                where id = ? and state = 'RUNNING'
                """)
            .param(state.name())
            .param(message)
            .param(at)
            .param(id)
            .update()
        == 1;
  }

  /** Ends it with its result, unless it has ended. */
  void keep(long id, String result, byte[] reports, Instant at) {
    database
        .sql(
            """
            update flow_trial set state = 'DONE', running = null, progress = 100, result = ?,
              reports = ?, finished_at = ?
            where id = ? and state = 'RUNNING'
            """)
        .params(result, reports, at, id)
        .update();
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public List<ProposalTrial> of(long proposal) {
    return database
        .sql(SELECT + " where proposal_id = ? order by number desc")
        .param(proposal)
        .query(ProposalTrial.class)
        .list();
  }

  /** The one that runs, of any proposal. */
  @Transactional(readOnly = true)
  public Optional<ProposalTrial> running() {
    return database
        .sql(SELECT + " where running = 1 and lease_until >= utc_timestamp(3)")
        .query(ProposalTrial.class)
        .optional();
  }

  /**
   * @throws NotFound if there is none
   */
  @Transactional(readOnly = true)
  public ProposalTrial get(long proposal, int number) {
    return database
        .sql(SELECT + " where proposal_id = ? and number = ?")
        .params(proposal, number)
        .query(ProposalTrial.class)
        .optional()
        .orElseThrow(() -> new NotFound("trial", String.valueOf(number)));
  }

  /** As JSON; empty if it has none. */
  @Transactional(readOnly = true)
  public Optional<String> result(long id) {
    return database
        .sql("select result from flow_trial where id = ? and result is not null")
        .param(id)
        .query(String.class)
        .optional();
  }

  /** As a ZIP archive; empty if it has none. */
  @Transactional(readOnly = true)
  public Optional<byte[]> reports(long id) {
    return database
        .sql("select reports from flow_trial where id = ? and reports is not null")
        .param(id)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }
}
