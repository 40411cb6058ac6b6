package dev.baton.flow.proposal;

import dev.baton.web.NotFound;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The releases that went live. */
@Repository
@Transactional
class Releases {

  private static final String SELECT =
      """
      select number, deployment_id deploymentId, origin, title, proposal_id proposalId,
        proposed_by proposedBy, published_by publishedBy, reason, at
      from flow_release
      """;

  private final JdbcClient database;

  Releases(JdbcClient database) {
    this.database = database;
  }

  /** The number of the next release. Who asks goes first until the end of the transaction. */
  int next() {
    return 1
        + database
            .sql("select number from flow_release order by number desc limit 1 for update")
            .query(Integer.class)
            .optional()
            .orElse(0);
  }

  void add(PublishedRelease release) {
    database
        .sql(
            """
            insert into flow_release (number, deployment_id, origin, title, proposal_id,
              proposed_by, published_by, reason, at)
            values (:number, :deploymentId, :origin, :title, :proposalId, :proposedBy,
              :publishedBy, :reason, :at)
            """)
        .param("number", release.number())
        .param("deploymentId", release.deploymentId())
        .param("origin", release.origin().name())
        .param("title", release.title())
        .param("proposalId", release.proposalId())
        .param("proposedBy", release.proposedBy())
        .param("publishedBy", release.publishedBy())
        .param("reason", release.reason())
        .param("at", release.at())
        .update();
  }

  @Transactional(readOnly = true)
  public Optional<PublishedRelease> ofDeployment(String deploymentId) {
    return database
        .sql(SELECT + " where deployment_id = ?")
        .param(deploymentId)
        .query(PublishedRelease.class)
        .optional();
  }

  /**
   * @throws NotFound if there is none with this number
   */
  @Transactional(readOnly = true)
  public PublishedRelease get(int number) {
    return find(number).orElseThrow(() -> new NotFound("release", String.valueOf(number)));
  }

  @Transactional(readOnly = true)
  public Optional<PublishedRelease> find(int number) {
    return database
        .sql(SELECT + " where number = ?")
        .param(number)
        .query(PublishedRelease.class)
        .optional();
  }

  /** The last first. */
  @Transactional(readOnly = true)
  public Page<PublishedRelease> list(Pageable page) {
    List<PublishedRelease> found =
        database
            .sql(SELECT + " order by number desc limit :size offset :from")
            .param("size", page.getPageSize())
            .param("from", page.getOffset())
            .query(PublishedRelease.class)
            .list();
    long all = database.sql("select count(*) from flow_release").query(Long.class).single();
    return new PageImpl<>(found, page, all);
  }
}
