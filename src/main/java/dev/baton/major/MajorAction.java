package dev.baton.major;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.time.LocalDate;

/** Something to be done so that it does not happen again. */
@Entity
class MajorAction {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "major_entry_seq")
  @SequenceGenerator(
      name = "major_entry_seq",
      sequenceName = "major_entry_seq",
      allocationSize = 50)
  private Long id;

  private long majorIncidentId;
  private String owner;
  private String title;
  private LocalDate dueOn;
  private Instant doneAt;
  private String doneBy;

  protected MajorAction() {}

  MajorAction(MajorIncident major, ActionItem item) {
    this.majorIncidentId = major.id();
    this.owner = item.owner();
    this.title = item.title();
    this.dueOn = item.due();
  }

  /** Done by then; a second time changes nothing. */
  void done(Instant at, String by) {
    if (doneAt == null) {
      doneAt = at;
      doneBy = by;
    }
  }

  void undone() {
    doneAt = null;
    doneBy = null;
  }

  long majorIncidentId() {
    return majorIncidentId;
  }

  MajorDetails.Action view() {
    return new MajorDetails.Action(id, owner, title, dueOn, doneAt, doneBy);
  }
}
