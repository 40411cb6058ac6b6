package dev.baton.sla;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes down every milestone it is told of, in the transaction that tells, as whoever acts on
 * milestones would: a row more or less is an effect done twice, or never.
 */
public final class HeardMilestones {

  /** Nothing in it is unique, so that nothing is hidden. */
  public static final String TABLE =
      """
      create table heard_milestone (
        obligation_id bigint not null,
        milestone varchar(20) not null,
        epoch int not null,
        index heard_milestone_obligation (obligation_id)
      ) engine = InnoDB default charset = utf8mb4
      """;

  private final JdbcTemplate jdbc;

  HeardMilestones(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  public void hear(MilestoneReached reached) {
    jdbc.update(
        "insert into heard_milestone values (?, ?, ?)",
        reached.obligationId(),
        reached.milestone(),
        reached.epoch());
  }
}
