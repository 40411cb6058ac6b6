package dev.baton.sla;

import dev.baton.sla.clock.MilestoneView;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A milestone that was reached. Unique by obligation, milestone and epoch: the database refuses to
 * record the same one twice.
 */
@Entity
@Table(name = "clock_milestone")
class RecordedMilestone {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "clock_milestone_seq")
  @SequenceGenerator(
      name = "clock_milestone_seq",
      sequenceName = "clock_milestone_seq",
      allocationSize = 50)
  private Long id;

  @SuppressWarnings("UnusedVariable") // SQL reads the column
  private long obligationId;

  private int epoch;
  private String milestone;
  private Instant dueAt;
  private Instant recordedAt;

  /** The milestone announced instead, if several were reached at once; otherwise null. */
  private String reportedWith;

  protected RecordedMilestone() {}

  RecordedMilestone(
      long obligationId,
      int epoch,
      String milestone,
      Instant dueAt,
      Instant recordedAt,
      String reportedWith) {
    this.obligationId = obligationId;
    this.epoch = epoch;
    this.milestone = milestone;
    this.dueAt = dueAt;
    this.recordedAt = recordedAt;
    this.reportedWith = reportedWith;
  }

  int epoch() {
    return epoch;
  }

  /** Whether people were told of it itself. */
  boolean isAnnounced() {
    return reportedWith == null;
  }

  String milestone() {
    return milestone;
  }

  MilestoneView view() {
    return new MilestoneView(milestone, epoch, dueAt, recordedAt, reportedWith);
  }
}
