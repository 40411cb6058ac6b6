package dev.baton.major;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** The lessons learnt from a major incident. */
@Entity
class MajorReview {

  @Id private Long majorIncidentId;

  private String summary;
  private String cause;
  private String wentWell;
  private String wentBadly;
  private Instant writtenAt;
  private String writtenBy;

  protected MajorReview() {}

  MajorReview(MajorIncident major) {
    this.majorIncidentId = major.id();
  }

  void write(ReviewText text, Instant at, String by) {
    summary = text.summary();
    cause = text.cause();
    wentWell = text.wentWell();
    wentBadly = text.wentBadly();
    writtenAt = at;
    writtenBy = by;
  }

  MajorDetails.Review view() {
    return new MajorDetails.Review(summary, cause, wentWell, wentBadly, writtenAt, writtenBy);
  }
}
