package dev.baton.flow.proposal;

import dev.baton.web.NotFound;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The proposals and their files. */
@Repository
@Transactional
class Proposals {

  private static final String SELECT =
      """
      select id, title, origin, state, revision, proposed_by proposedBy,
        gathers_for is not null gathering, reason, created_at createdAt, changed_at changedAt,
        decided_at decidedAt, decided_by decidedBy, decision_reason decisionReason,
        release_number releaseNumber
      from flow_proposal
      """;

  private final JdbcClient database;

  Proposals(JdbcClient database) {
    this.database = database;
  }

  /** The proposal that gathers what this person sends, locked until the end of the transaction. */
  Optional<Proposal> gathering(String login) {
    return database
        .sql(SELECT + " where gathers_for = ? for update")
        .param(login)
        .query(Proposal.class)
        .optional();
  }

  /** The open proposal that came with a newer program, locked. */
  Optional<Proposal> openUpgrade() {
    return database
        .sql(SELECT + " where origin = 'UPGRADE' and state = 'OPEN' order by id limit 1 for update")
        .query(Proposal.class)
        .optional();
  }

  /** The same, only read. */
  @Transactional(readOnly = true)
  public Optional<Proposal> waitingUpgrade() {
    return database
        .sql(SELECT + " where origin = 'UPGRADE' and state = 'OPEN' order by id limit 1")
        .query(Proposal.class)
        .optional();
  }

  /**
   * @throws NotFound if there is none with this number
   */
  @Transactional(readOnly = true)
  public Proposal get(long id) {
    return found(id, SELECT + " where id = ?");
  }

  /** The same, locked until the end of the transaction. */
  Proposal locked(long id) {
    return found(id, SELECT + " where id = ? for update");
  }

  private Proposal found(long id, String sql) {
    return database
        .sql(sql)
        .param(id)
        .query(Proposal.class)
        .optional()
        .orElseThrow(() -> new NotFound("proposal", String.valueOf(id)));
  }

  /** Open ones first, the last changed first. */
  @Transactional(readOnly = true)
  public Page<Proposal> list(Set<ProposalState> states, Pageable page) {
    Set<String> names =
        (states.isEmpty() ? Set.of(ProposalState.values()) : states)
            .stream().map(Enum::name).collect(Collectors.toSet());
    List<Proposal> found =
        database
            .sql(
                SELECT
                    + " where state in (:states) order by state <> 'OPEN', changed_at desc, id desc"
                    + " limit :size offset :from")
            .param("states", names)
            .param("size", page.getPageSize())
            .param("from", page.getOffset())
            .query(Proposal.class)
            .list();
    long all =
        database
            .sql("select count(*) from flow_proposal where state in (:states)")
            .param("states", names)
            .query(Long.class)
            .single();
    return new PageImpl<>(found, page, all);
  }

  long add(String title, ProposalOrigin origin, String login, String reason, Instant at) {
    database
        .sql(
            """
            insert into flow_proposal (title, origin, state, revision, proposed_by, gathers_for,
              reason, created_at, changed_at)
            values (:title, :origin, 'OPEN', 0, :login, :login, :reason, :at, :at)
            """)
        .param("title", title)
        .param("origin", origin.name())
        .param("login", login)
        .param("reason", reason)
        .param("at", at)
        .update();
    return database.sql("select last_insert_id()").query(Long.class).single();
  }

  /** Adds the files, or takes them in the place of those of the same name. */
  void keep(long id, Collection<ProposedFile> files, Instant at) {
    files.forEach(
        file ->
            database
                .sql(
                    """
                    insert into flow_proposal_file (proposal_id, name, content, base_hash, sent_at)
                    values (?, ?, ?, ?, ?)
                    on duplicate key update content = values(content),
                      base_hash = values(base_hash), sent_at = values(sent_at)
                    """)
                .params(id, file.name(), file.content(), file.baseHash(), at)
                .update());
    database
        .sql("update flow_proposal set revision = revision + 1, changed_at = ? where id = ?")
        .params(at, id)
        .update();
  }

  void remove(long id, Collection<String> names) {
    names.forEach(
        name ->
            database
                .sql("delete from flow_proposal_file where proposal_id = ? and name = ?")
                .params(id, name)
                .update());
  }

  void describe(long id, String title, String reason) {
    database
        .sql("update flow_proposal set title = ?, reason = ? where id = ?")
        .param(title)
        .param(reason)
        .param(id)
        .update();
  }

  /** The next files of its proposer begin another one. */
  void stopGathering(long id) {
    database.sql("update flow_proposal set gathers_for = null where id = ?").param(id).update();
  }

  /** In the order of their names. */
  @Transactional(readOnly = true)
  public List<ProposedFile> files(long id) {
    return database
        .sql(
            "select name, content, base_hash baseHash from flow_proposal_file"
                + " where proposal_id = ? order by name")
        .param(id)
        .query((row, n) -> new ProposedFile(row.getString(1), row.getBytes(2), row.getString(3)))
        .list();
  }

  void decide(
      long id, ProposalState state, String login, String reason, Integer release, Instant at) {
    database
        .sql(
            """
            update flow_proposal set state = ?, decided_by = ?, decision_reason = ?,
              release_number = ?, decided_at = ?, gathers_for = null
            where id = ?
            """)
        .param(state.name())
        .param(login)
        .param(reason)
        .param(release)
        .param(at)
        .param(id)
        .update();
  }
}
