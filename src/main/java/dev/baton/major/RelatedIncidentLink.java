package dev.baton.major;

import dev.baton.incident.IncidentNumber;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;

/** An incident that belongs to a major one, or did. */
@Entity
class RelatedIncidentLink {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "major_entry_seq")
  @SequenceGenerator(
      name = "major_entry_seq",
      sequenceName = "major_entry_seq",
      allocationSize = 50)
  private Long id;

  private long majorIncidentId;
  private String child;
  private Instant linkedAt;
  private String linkedBy;

  @SuppressWarnings("UnusedVariable") // SQL reads the column
  private Instant unlinkedAt;

  @SuppressWarnings("UnusedVariable") // SQL reads the column
  private String unlinkedBy;

  /** Null once the link or the major incident is over. */
  @SuppressWarnings("UnusedVariable") // SQL reads the column
  private String openChild;

  protected RelatedIncidentLink() {}

  RelatedIncidentLink(MajorIncident major, IncidentNumber child, Instant at, String by) {
    this.majorIncidentId = major.id();
    this.child = child.value();
    this.openChild = child.value();
    this.linkedAt = at;
    this.linkedBy = by;
  }

  void unlink(Instant at, String by) {
    unlinkedAt = at;
    unlinkedBy = by;
    openChild = null;
  }

  /** The major incident is over: the incident may belong to another one now. */
  void release() {
    openChild = null;
  }

  /** The major incident began anew, and what belongs to it still does. */
  void renew() {
    openChild = child;
  }

  long majorIncidentId() {
    return majorIncidentId;
  }

  IncidentNumber child() {
    return new IncidentNumber(child);
  }

  Instant linkedAt() {
    return linkedAt;
  }

  String linkedBy() {
    return linkedBy;
  }
}
